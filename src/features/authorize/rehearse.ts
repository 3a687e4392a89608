import { CatalogueError } from "../../errors/catalogue-error.ts";
import { ipKey } from "../../identity/rate-limit-key.ts";
import type { RawParameters } from "../../protocol/authorize/parameters.ts";
import type { ReturnAddress } from "../../protocol/authorize/pipeline.ts";
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

/**
 * The answer that a test application rehearses. Client and redirect URI are proven, so it goes no further than a real
 * error would; one that is disabled rehearses nothing.
 */
export async function rehearse(
  c: AppContext,
  raw: RawParameters,
  to: ReturnAddress,
): Promise<Response | undefined> {
  if (to.client.status !== "active") return undefined;
  const asked = raw.flatMap(([name, value]) => (name === rehearsalParameter && value !== "" ? [value] : []));
  const error = await rehearsal(
    new HonoAsked(c),
    to.client,
    "authorize",
    asked.length > 0 ? asked.join(", ") : undefined,
  );
  if (!error) return undefined;
  if (!isShown(error)) return returnError(c, to, error);
  if (error.reason === "rate_limited") return renderErrorPage(c, await withSpentLimit(c, error));
  return error.code === "invalid_request" ? refuseRequest(c, error, raw) : renderErrorPage(c, error);
}
