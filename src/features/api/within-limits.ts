import { apiError, type CatalogueError } from "../../errors/catalogue-error.ts";
import type { LimitState } from "../../identity/rate-limit.ts";
import { ipKey } from "../../identity/rate-limit-key.ts";
import type { Call } from "../../web/call.ts";
import { rateLimitHeaders } from "../../web/rate-limit-headers.ts";
import type { Arrival, Endpoint, Entered } from "./endpoint.ts";

const refusals = "api_refused_by_ip";

function tellState(call: Call, state: LimitState): void {
  call.tell(rateLimitHeaders(state, call.site.clock()));
}

/** Only requests that end in 401 count for an address; once there were too many, it has to wait. */
export function withinRefusals({ call }: Arrival): Promise<void> | void {
  const state = call.site.limiter.look(refusals, ipKey(call.clientIp));
  if (state instanceof Promise) return state.then((known) => refuseSpent(call, known));
  refuseSpent(call, state);
}

function refuseSpent(call: Call, state: LimitState | undefined): void {
  if (!state || state.allowed) return;
  tellState(call, state);
  throw apiError("rate_limit_exceeded", "rate_limited", {}, { retryAfter: state.retryAfter });
}

export async function countRefusal(call: Call, error: CatalogueError): Promise<void> {
  if (error.status !== 401) return;
  const state = await call.site.limiter.hit(refusals, ipKey(call.clientIp));
  if (state) tellState(call, state);
}

/** The limit of the access token, told on every answer from here on. */
export function withinTokenLimit({ call, endpoint, access }: Entered): Promise<void> | void {
  const state = call.site.limiter.hit(endpoint.limit, access.token.id);
  if (state instanceof Promise) return state.then((known) => tellAndRefuse(call, endpoint, known));
  tellAndRefuse(call, endpoint, state);
}

function tellAndRefuse(call: Call, endpoint: Endpoint, state: LimitState | undefined): void {
  if (!state) return;
  tellState(call, state);
  if (state.allowed) return;
  const reason = endpoint.limit === "api_user_details" ? "details_rate_limited" : "rate_limited";
  throw apiError("rate_limit_exceeded", reason, {}, { retryAfter: state.retryAfter });
}
