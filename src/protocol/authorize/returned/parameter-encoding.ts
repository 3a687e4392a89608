import { oauthError } from "../../../errors/catalogue-error.ts";
import type { Check, ProvenRequest } from "../check.ts";
import { isUnreadable, recognised } from "../parameters.ts";

/** RFC 6749 appendix B: values are UTF-8. A `state` that is not could not be returned verbatim. */
export const parameterEncoding: Check<ProvenRequest> = ({ parameters }) => {
  const parameter = recognised.find((name) => isUnreadable(parameters.get(name) ?? ""));
  const expected = "percent-encoded UTF-8";
  return parameter && oauthError("invalid_request", "parameter_malformed", { parameter, expected });
};
