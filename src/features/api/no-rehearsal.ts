import type { CatalogueError } from "../../errors/catalogue-error.ts";
import { ipKey } from "../../identity/rate-limit-key.ts";
import { retell } from "../../web/rate-limit-headers.ts";
import { rehearsal, rehearsalHeader } from "../../web/rehearse.ts";
import type { Entered } from "./endpoint.ts";

/** Errors that really come before anything is counted; failures of this server count for nobody. */
const uncounted = new Set(["method_not_allowed", "path_unknown", "maintenance", "overloaded"]);

/** What a rehearsed answer says of the limits: the same as the real one, and nothing is counted for it. */
async function tellLimits({ call, endpoint, access }: Entered, error: CatalogueError): Promise<void> {
  const { limiter } = call.site;
  if (uncounted.has(error.reason)) return retell(call, undefined);
  if (error.status === 401)
    return retell(call, await limiter.look("api_refused_by_ip", ipKey(call.clientIp)));
  if (error.status !== 429) return;
  const state = await limiter.look(endpoint.limit, access.token.id);
  retell(call, state && { ...state, remaining: 0 });
}

/** The token is valid: from here on a test application is answered with the error that it asks for. */
export function noRehearsal(request: Entered): Promise<void> | void {
  if (request.access.client.test) return unlessRehearsed(request);
}

async function unlessRehearsed(request: Entered): Promise<void> {
  const { call, access } = request;
  const error = await rehearsal(call, access.client, "api", {
    wish: call.header(rehearsalHeader),
    proven: true,
  });
  if (!error) return;
  if (error.extras.rehearsed) await tellLimits(request, error);
  throw error;
}
