import { ownError } from "../errors/own-error.ts";
import { errorOfRedirect } from "../errors/server-error.ts";
import type { Settings } from "../settings.ts";
import { requestTokens } from "../token-request.ts";
import type { TokenSet } from "../token-set.ts";
import type { PendingSignIn } from "./authorization-url.ts";

const single = ["state", "iss", "error", "error_description", "error_uri", "code"];

/** The query of any address, absolute or not; never throws. */
function parametersOf(url: string | URL): URLSearchParams {
  return new URLSearchParams(String(url).replace(/^[^?#]*|#.*/gs, ""));
}

/**
 * The code of a redirect back, after every check, in this order: a sign-in is pending; nothing is repeated; the state is
 * that sign-in's (RFC 6749 §10.12); the answer is this server's (RFC 9207 §2.4); it is no error; a code is there. Until the
 * state and the issuer are proven, nothing of the address comes into an error: anybody may have made it.
 */
function provenCode(parameters: URLSearchParams, pending: PendingSignIn | undefined, issuer: string): string {
  if (!pending) throw ownError("callback_invalid", "sign_in_not_started");
  if (single.some((name) => parameters.getAll(name).length > 1))
    throw ownError("callback_invalid", "parameter_repeated");
  const state = parameters.get("state");
  if (!state) throw ownError("callback_invalid", "state_missing");
  if (state !== pending.state) throw ownError("callback_invalid", "state_mismatch");
  const from = parameters.get("iss");
  if (!from) throw ownError("callback_invalid", "issuer_missing");
  if (from !== issuer) throw ownError("callback_invalid", "issuer_mismatch");
  const error = parameters.get("error");
  if (error) throw errorOfRedirect(error, parameters, issuer);
  const code = parameters.get("code");
  if (!code) throw ownError("callback_invalid", "code_missing");
  return code;
}

/** Turns the redirect back into tokens, or throws what went wrong. */
export async function redeemCallback(
  settings: Settings,
  url: string | URL,
  pending: PendingSignIn | undefined,
  signal?: AbortSignal,
): Promise<TokenSet> {
  const code = provenCode(parametersOf(url), pending, settings.issuer);
  const { redirectUri = "", codeVerifier = "" } = pending ?? {};
  const fields = {
    grant_type: "authorization_code",
    code,
    redirect_uri: redirectUri,
    code_verifier: codeVerifier,
  };
  return requestTokens(settings, fields, { repeatable: false, signal });
}
