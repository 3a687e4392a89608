import { apiError, type CatalogueError } from "../../errors/catalogue-error.ts";
import type { LimitState } from "../../identity/rate-limit.ts";
import { ipKey } from "../../identity/rate-limit-key.ts";
import { tell } from "../../web/answer.ts";
import type { AppContext } from "../../web/context.ts";
import { rateLimitHeaders } from "../../web/rate-limit-headers.ts";
import type { Arrival, Entered } from "./endpoint.ts";

const refusals = "api_refused_by_ip";

function tellState(c: AppContext, state: LimitState): void {
  tell(c, rateLimitHeaders(state, c.get("site").clock()));
}

/** Only requests that end in 401 count for an address; once there were too many, it has to wait. */
export async function withinRefusals({ c }: Arrival): Promise<void> {
  const state = await c.get("site").limiter.look(refusals, ipKey(c.get("clientIp")));
  if (!state || state.allowed) return;
  tellState(c, state);
  throw apiError("rate_limit_exceeded", "rate_limited", {}, { retryAfter: state.retryAfter });
}

export async function countRefusal(c: AppContext, error: CatalogueError): Promise<void> {
  if (error.status !== 401) return;
  const state = await c.get("site").limiter.hit(refusals, ipKey(c.get("clientIp")));
  if (state) tellState(c, state);
}

/** The limit of the access token, told on every answer from here on. */
export async function withinTokenLimit({ c, endpoint, access }: Entered): Promise<void> {
  const state = await c.get("site").limiter.hit(endpoint.limit, access.token.id);
  if (!state) return;
  tellState(c, state);
  if (state.allowed) return;
  const reason = endpoint.limit === "api_user_details" ? "details_rate_limited" : "rate_limited";
  throw apiError("rate_limit_exceeded", reason, {}, { retryAfter: state.retryAfter });
}
