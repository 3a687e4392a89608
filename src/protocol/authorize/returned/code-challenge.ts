import { oauthError } from "../../../errors/catalogue-error.ts";
import type { Check, ProvenRequest } from "../check.ts";

/**
 * RFC 7636 §4.4.1 and RFC 9700 §2.1.1: a public client proves with PKCE that code and token request are its own. A method
 * without a challenge is a challenge that got lost: answering it would be a downgrade.
 */
export const codeChallenge: Check<ProvenRequest> = ({ parameters, client }) => {
  if (parameters.get("code_challenge") !== undefined) return undefined;
  if (!client.confidential) return oauthError("invalid_request", "code_challenge_required");
  return parameters.get("code_challenge_method") === undefined
    ? undefined
    : oauthError("invalid_request", "parameter_missing", { parameter: "code_challenge" });
};
