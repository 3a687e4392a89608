import { CatalogueError, oauthError } from "../../errors/catalogue-error.ts";
import type { LimitState } from "../../identity/rate-limit.ts";
import { ipKey } from "../../identity/rate-limit-key.ts";
import type { Admission } from "../../protocol/client-authentication/authenticate.ts";
import type { Call } from "../../web/call.ts";
import { rateLimitHeaders } from "../../web/rate-limit-headers.ts";

/** Both tell how often one client from one address may call; all clients that do not exist count as one. */
const limits = ["client_refused", "client_accepted"] as const;

function tellState(call: Call, state: LimitState | undefined): void {
  if (state) call.tell(rateLimitHeaders(state, call.site.clock()));
}

/** A refusal is the caller's doing: failures of this server count for nobody. */
function isRefusal(error: unknown): boolean {
  return error instanceof CatalogueError && error.status < 500 && error.reason !== "rate_limited";
}

/**
 * Runs `work` below the limits of contract §5, counting how it ends, and tells the caller by headers where it stands. Only
 * what reached the client's authentication counts: what is refused before costs nothing.
 */
export async function withinClientLimits<Result>(
  call: Call,
  work: (admit: Admission) => Promise<Result>,
): Promise<Result> {
  const { limiter } = call.site;
  let key: string | undefined;
  const admit: Admission = async (clientId) => {
    key = `${clientId ?? ""} ${ipKey(call.clientIp)}`;
    for (const limit of limits) {
      const state = await limiter.look(limit, key);
      if (!state || state.allowed) continue;
      tellState(call, state);
      throw oauthError("temporarily_unavailable", "rate_limited", {}, { retryAfter: state.retryAfter });
    }
  };
  const count = async (limit: (typeof limits)[number]) => {
    if (key !== undefined) tellState(call, await limiter.hit(limit, key));
  };
  try {
    const result = await work(admit);
    await count("client_accepted");
    return result;
  } catch (error) {
    if (isRefusal(error)) await count("client_refused");
    throw error;
  }
}
