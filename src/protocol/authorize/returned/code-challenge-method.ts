import { oauthError } from "../../../errors/catalogue-error.ts";
import type { Check, ProvenRequest } from "../check.ts";

/** RFC 7636 §4.3: no method means `plain`, which shows the verifier to whoever sees the request; only S256 is taken. */
export const codeChallengeMethod: Check<ProvenRequest> = ({ parameters }) =>
  parameters.get("code_challenge") === undefined || parameters.get("code_challenge_method") === "S256"
    ? undefined
    : oauthError("invalid_request", "code_challenge_method_unsupported");
