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

/** Errors that are really met before the client is looked up, when nothing is counted yet. */
const beforeAdmission = new Set([
  "method_not_allowed",
  "content_type_unsupported",
  "body_too_large",
  "credentials_in_query",
  "body_malformed",
  "parameters_too_many",
  "parameter_repeated",
  "parameter_too_long",
  "client_authentication_unsupported",
  "authorization_header_malformed",
  "client_authentication_repeated",
]);

/** A rehearsal counts as what it is, an accepted request; its answer says of the limits what the real one would. */
async function countRehearsal(call: Call, error: CatalogueError, key = ""): Promise<void> {
  const { limiter } = call.site;
  await limiter.hit("client_accepted", key);
  if (error.status >= 500 || beforeAdmission.has(error.reason)) return;
  const state = await limiter.look("client_refused", key);
  tellState(call, state && error.status === 429 ? { ...state, remaining: 0 } : state);
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
      const looked = limiter.look(limit, key);
      const state = looked instanceof Promise ? await looked : looked;
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
    if (error instanceof CatalogueError && error.extras.rehearsed) await countRehearsal(call, error, key);
    else if (isRefusal(error)) await count("client_refused");
    throw error;
  }
}
