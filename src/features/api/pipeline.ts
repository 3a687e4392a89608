import { CatalogueError } from "../../errors/catalogue-error.ts";
import type { Access } from "../../protocol/bearer.ts";
import { newTrace } from "../../protocol/request-trace.ts";
import { clientApproved, outsideMaintenance, personOf, scopeInToken } from "./checks.ts";
import type { Arrival, Entered, Permitted } from "./endpoint.ts";
import { noRehearsal } from "./no-rehearsal.ts";
import { proveToken } from "./prove-token.ts";
import { countRefusal, withinRefusals, withinTokenLimit } from "./within-limits.ts";

type Check<Request> = (request: Request) => Promise<void> | void;

/*
 * The order of contract §4.2. Routing (404, 405) comes before, in routes.ts; type, size and content of a body and the
 * existence of what is asked for come last, in the endpoint's `answer`.
 */
const onArrival: readonly Check<Arrival>[] = [withinRefusals, outsideMaintenance];
// Between them: authentication, which leaves the body unread.
const withToken: readonly Check<Entered>[] = [withinTokenLimit, noRehearsal, scopeInToken, clientApproved];
// Between them: the person behind the token.
const asPerson: readonly Check<Permitted>[] = [(request) => request.endpoint.permit(request)];

async function passAll<Request>(request: Request, checks: readonly Check<Request>[]): Promise<void> {
  for (const check of checks) {
    // Most have nothing to wait for, and every one is met by every request.
    const pending = check(request);
    if (pending) await pending;
  }
}

async function authenticate({ call }: Arrival): Promise<Access> {
  const trace = newTrace("api");
  call.trace = trace;
  try {
    return await proveToken(call, call.site.storage.committed, trace);
  } catch (error) {
    if (error instanceof CatalogueError) await countRefusal(call, error);
    throw error;
  }
}

/** Takes a request through every check; what comes out may be answered. */
export async function admit(arrival: Arrival): Promise<Permitted> {
  await passAll(arrival, onArrival);
  const access = await authenticate(arrival);
  const entered: Entered = { ...arrival, access, scope: arrival.endpoint.scope(arrival.call, access) };
  await passAll(entered, withToken);
  const permitted: Permitted = { ...entered, user: await personOf(entered) };
  await passAll(permitted, asPerson);
  return permitted;
}
