import { oauthError } from "../../../errors/catalogue-error.ts";
import type { Check, ProvenRequest } from "../check.ts";

/** OpenID Connect Core §3.1.2.1: seconds since the person last proved who they are; 0 asks for a new proof. */
export const maxAge: Check<ProvenRequest> = ({ parameters }) => {
  const value = parameters.get("max_age");
  if (value === undefined || /^\d{1,12}$/.test(value)) return undefined;
  const expected = "a whole number of seconds, 0 or more";
  return oauthError("invalid_request", "parameter_malformed", { parameter: "max_age", expected });
};
