import { oauthError } from "../../../errors/catalogue-error.ts";
import type { Check, ProvenRequest } from "../check.ts";

/** RFC 6749 §3.1.1; the implicit grant is not offered (RFC 9700 §2.1.2). */
export const responseType: Check<ProvenRequest> = ({ parameters }) => {
  const value = parameters.get("response_type");
  if (value === undefined)
    return oauthError("invalid_request", "parameter_missing", { parameter: "response_type" });
  return value === "code" ? undefined : oauthError("unsupported_response_type", "response_type_unsupported");
};
