import { CatalogueError } from "../../errors/catalogue-error.ts";
import { ipKey } from "../../identity/rate-limit-key.ts";
import { maySignIn } from "../../identity/test-access.ts";
import type { RawParameters } from "../../protocol/authorize/parameters.ts";
import type { ReturnAddress } from "../../protocol/authorize/pipeline.ts";
import { signedInAccounts } from "../../web/browser-session.ts";
import { HonoAsked } from "../../web/call.ts";
import type { AppContext } from "../../web/context.ts";
import { renderErrorPage } from "../../web/error-page.tsx";
import { rateLimitHeaders } from "../../web/rate-limit-headers.ts";
import { rehearsal, rehearsalParameter } from "../../web/rehearse.ts";
import { returnError } from "./answer.ts";
import { refuseRequest } from "./refusals.ts";

/** Met before anybody knows where an error may go: a page says so, whoever is to blame. */
const shown = new Set(["rate_limited", "overloaded", "body_too_large", "content_type_unsupported"]);

function isShown({ family, reason, entry }: CatalogueError): boolean {
  return family === "api" || !entry.places.includes("authorize") || shown.has(reason);
}

/** The limit by address with nothing left of it, as the real page tells it. */
async function withSpentLimit(c: AppContext, error: CatalogueError): Promise<CatalogueError> {
  const { limiter, clock } = c.var.site;
  const state = await limiter.look("authorize_by_ip", ipKey(c.var.clientIp));
  const headers = state && rateLimitHeaders({ ...state, remaining: 0 }, clock());
  const { family, code, reason, parameters, extras } = error;
  return new CatalogueError(family, code, reason, parameters, { ...extras, ...(headers ? { headers } : {}) });
}

/** Whether somebody is signed in in this browser whom the application lets in. */
async function isAmongTesters(c: AppContext, { client }: ReturnAddress): Promise<boolean> {
  const { testers } = c.var.site.storage.committed;
  for (const { user } of await signedInAccounts(c)) if (await maySignIn(client, user, testers)) return true;
  return false;
}

function askedFor(raw: RawParameters): string | undefined {
  const asked = raw.flatMap(([name, value]) => (name === rehearsalParameter && value !== "" ? [value] : []));
  return asked.length > 0 ? asked.join(", ") : undefined;
}

/**
 * The answer that a test application rehearses. Client and redirect URI are proven, so it goes no further than a real
 * error would; one that is disabled rehearses nothing. Pages of ours that say something untrue are for the application's
 * own people alone: a link could show them to anybody. To others the wish means nothing, but for the redirect of an
 * application that an admin verified.
 */
export async function rehearse(
  c: AppContext,
  raw: RawParameters,
  to: ReturnAddress,
): Promise<Response | undefined> {
  const { client } = to;
  const asked = askedFor(raw);
  if (!client.test || client.status !== "active" || asked === undefined) return undefined;
  const amongTesters = await isAmongTesters(c, to);
  if (!(amongTesters || client.verified)) return undefined;
  const error = await rehearsal(new HonoAsked(c), client, "authorize", {
    wish: asked,
    proven: amongTesters,
  });
  if (!error) return undefined;
  if (!isShown(error)) return returnError(c, to, error);
  if (!amongTesters) return undefined;
  if (error.reason === "rate_limited") return renderErrorPage(c, await withSpentLimit(c, error));
  return error.code === "invalid_request" ? refuseRequest(c, error, raw) : renderErrorPage(c, error);
}
