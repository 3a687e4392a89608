import { oauthError } from "../../../errors/catalogue-error.ts";
import type { Check, UnprovenRequest } from "../check.ts";

/** RFC 6749 §4.1.2.1: with a missing or unknown client the person is told, and nobody is redirected. */
export const clientId: Check<UnprovenRequest> = ({ parameters, client }) => {
  const [first, ...more] = parameters.all("client_id");
  if (first === undefined)
    return oauthError("invalid_request", "parameter_missing", { parameter: "client_id" });
  if (more.length > 0) return oauthError("invalid_request", "parameter_repeated", { parameter: "client_id" });
  return client ? undefined : oauthError("invalid_request", "client_unknown");
};
