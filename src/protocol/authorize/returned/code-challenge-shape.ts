import { oauthError } from "../../../errors/catalogue-error.ts";
import { isChallenge } from "../../pkce.ts";
import type { Check, ProvenRequest } from "../check.ts";

/** No verifier could ever meet a challenge of another shape: better said now than at the token endpoint. */
export const codeChallengeShape: Check<ProvenRequest> = ({ parameters }) => {
  const challenge = parameters.get("code_challenge");
  if (challenge === undefined || isChallenge(challenge)) return undefined;
  return oauthError("invalid_request", "parameter_malformed", {
    parameter: "code_challenge",
    expected: "the SHA-256 of the code_verifier as base64url without padding, 43 characters",
  });
};
