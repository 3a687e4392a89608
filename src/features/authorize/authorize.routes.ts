import { Hono } from "hono";
import { oauthError } from "../../errors/catalogue-error.ts";
import { ipKey } from "../../identity/rate-limit-key.ts";
import type { RawParameters } from "../../protocol/authorize/parameters.ts";
import type { Verdict } from "../../protocol/authorize/pipeline.ts";
import { mediaType, readBody } from "../../web/body.ts";
import type { AppContext, AppEnv } from "../../web/context.ts";
import { preferLocale } from "../../web/locale.ts";
import { orAnew } from "../../web/owner-gone.ts";
import { rateLimitHeaders } from "../../web/rate-limit-headers.ts";
import { refuseHead } from "../../web/refuse-head.ts";
import { advance, take } from "./advance.ts";
import { answering, redirect, returnError } from "./answer.ts";
import { examine } from "./examine.ts";
import type { Flow } from "./flow.ts";
import { refuseRequest } from "./refusals.ts";
import { rehearse } from "./rehearse.ts";
import { stepOf } from "./situation.ts";

const bodyLimit = 32 * 1024;
const formType = "application/x-www-form-urlencoded";

/** Before any look into the database; people get a page with `Retry-After`, since a redirect would only come back. */
async function limitByAddress(c: AppContext): Promise<void> {
  const { limiter, clock } = c.var.site;
  const state = await limiter.hit("authorize_by_ip", ipKey(c.var.clientIp));
  if (!state || state.allowed) return;
  const headers = rateLimitHeaders(state, clock());
  throw oauthError("temporarily_unavailable", "rate_limited", {}, { retryAfter: state.retryAfter, headers });
}

/** What the first look at a request's parameters says, and `accepted` for what passes. */
async function arrive(
  c: AppContext,
  raw: RawParameters,
  accepted: (flow: Flow) => Promise<Response>,
): Promise<Response> {
  preferLocale(c, raw.find(([name]) => name === "ui_locales")?.[1] ?? null);
  const verdict: Verdict = await examine(c, raw);
  if (verdict.kind === "shown") return refuseRequest(c, verdict.error, raw);
  const { to } = verdict;
  const arrivedAt = c.var.site.clock();
  return answering(c, to, async () => {
    const rehearsed = await rehearse(c, raw, to);
    if (rehearsed) return rehearsed;
    if (verdict.kind === "returned") return returnError(c, to, verdict.error);
    const flow = { request: verdict.request, to, arrivedAt, interaction: null };
    return orAnew(
      () => accepted(flow),
      () => arrive(c, raw, accepted),
    );
  });
}

/** RFC 6749 §3.1: GET. With an interaction of ours it goes on where a POST left off. */
async function get(c: AppContext): Promise<Response> {
  refuseHead(c, ["GET", "POST"]);
  await limitByAddress(c);
  const parameters = new URL(c.req.url).searchParams;
  const interaction = parameters.get("interaction");
  if (interaction !== null && !parameters.has("client_id")) return advance(c, interaction);
  return arrive(c, [...parameters], async (flow) => take(c, flow, await stepOf(c, flow)));
}

/**
 * RFC 6749 §3.1 lets an application POST. A browser sends none of our cookies with it (`SameSite=Lax`), so the request is kept
 * for whichever browser follows the redirect to our own GET; a new device cookie here would cut off its other tabs.
 */
async function post(c: AppContext): Promise<Response> {
  await limitByAddress(c);
  if (mediaType(c.req.raw) !== formType) throw oauthError("invalid_request", "content_type_unsupported");
  const body = await readBody(c.req.raw, bodyLimit);
  if (body === undefined) throw oauthError("invalid_request", "body_too_large", { limit: bodyLimit });
  return arrive(c, [...new URLSearchParams(body)], async ({ request, arrivedAt }) => {
    const { storage, ids, lifetimes } = c.var.site;
    const id = ids();
    const expiresAt = arrivedAt + lifetimes.interaction * 1000;
    const unclaimed = { deviceHash: null, sessionId: null, finishedAt: null };
    await storage.write(({ interactions }) =>
      interactions.create({ id, request, createdAt: arrivedAt, expiresAt, ...unclaimed }),
    );
    return redirect(c, `/oauth/authorize?interaction=${id}`);
  });
}

/** `/oauth/authorize` (contract §2). */
export function authorizeRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/oauth/authorize", get).post("/oauth/authorize", post);
}
