import { recognised } from "../authorize/parameters.ts";
import { knownParameters } from "../client-request/client-request.ts";

/** Names that applications send by mistake or that other servers know. Any other name could be a secret in the wrong place. */
const familiar = [
  "access_token",
  "audience",
  "callback",
  "callback_url",
  "clientId",
  "clientSecret",
  "client-id",
  "codeVerifier",
  "code_challenge_methode",
  "grantType",
  "grant-type",
  "id_token_hint",
  "nonce",
  "password",
  "redirectUri",
  "redirect_url",
  "redirect-uri",
  "refreshToken",
  "resource",
  "responseType",
  "response-type",
  "scopes",
  "secret",
  "username",
  // The user API's fields.
  "name",
  "gender",
  "bio",
  "place_of_birth",
  "date_of_birth",
  "address",
  "email",
  "phone_number",
  "profile_picture",
] as const;

const known: ReadonlySet<string> = new Set<string>([...recognised, ...knownParameters, ...familiar]);
/** Stands for every name that is not kept. */
export const otherName = "*";

/** Received names as they may be kept: those of a fixed list, each once, and one mark for whatever else there was. */
export function keptNames(received: Iterable<string>): readonly string[] {
  const names = new Set<string>();
  for (const name of received) names.add(known.has(name) ? name : otherName);
  return [...names];
}
