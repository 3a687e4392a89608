import { oauthError } from "../../../errors/catalogue-error.ts";
import { isRegistered } from "../../redirect-uri.ts";
import { difference } from "../../redirect-uri-difference.ts";
import type { Check, UnprovenRequest } from "../check.ts";

/** RFC 6749 §3.1.2.4 and RFC 9700 §4.1: never a redirect to a URI that is not registered character for character. */
export const redirectUri: Check<UnprovenRequest> = ({ parameters, client }) => {
  const [first, ...more] = parameters.all("redirect_uri");
  if (first === undefined) return oauthError("invalid_request", "redirect_uri_missing");
  if (more.length > 0)
    return oauthError("invalid_request", "parameter_repeated", { parameter: "redirect_uri" });
  if (client && isRegistered(first, client)) return undefined;
  return oauthError("invalid_request", "redirect_uri_not_registered", {
    difference: difference(first, client?.redirectUris ?? []).join(", "),
  });
};
