import type { Answer } from "./http/answer.ts";
import { type Call, send } from "./http/send.ts";
import type { Settings } from "./settings.ts";
import { type TokenSet, tokenSetOf } from "./token-set.ts";

type Fields = Readonly<Record<string, string>>;

function formEncoded(text: string): string {
  return new URLSearchParams([["", text]]).toString().slice(1);
}

/** Basic for confidential applications (RFC 6749 §2.3.1), `client_id` in the body for public ones: no preflight in browsers. */
function authentication({ clientId, clientSecret }: Settings): { fields: Fields; headers: Fields } {
  if (clientSecret === undefined) return { fields: { client_id: clientId }, headers: {} };
  const pair = `${formEncoded(clientId)}:${formEncoded(clientSecret)}`;
  return { fields: {}, headers: { Authorization: `Basic ${btoa(pair)}` } };
}

/** Posts a form as the application. */
export function postAsClient(
  settings: Settings,
  { path, repeatable, fields }: Pick<Call, "path" | "repeatable"> & { readonly fields: Fields },
  signal?: AbortSignal,
): Promise<Answer> {
  const proof = authentication(settings);
  const headers = { "Content-Type": "application/x-www-form-urlencoded", ...proof.headers };
  const body = new URLSearchParams({ ...fields, ...proof.fields }).toString();
  return send(settings, { path, method: "POST", headers, body, repeatable }, signal);
}

/** Asks for tokens. A code is not repeatable: it works once. */
export async function requestTokens(
  settings: Settings,
  fields: Fields,
  options: { readonly repeatable: boolean; readonly signal?: AbortSignal | undefined },
): Promise<TokenSet> {
  const sentAt = settings.clock.now();
  const { repeatable, signal } = options;
  const answer = await postAsClient(settings, { path: "/oauth/token", repeatable, fields }, signal);
  return tokenSetOf(answer, sentAt);
}

/** Rotates a refresh token. Repeatable: shortly after, the server answers the same again. */
export async function refreshTokens(
  settings: Settings,
  refreshToken: string,
  options: { readonly scope?: string | undefined; readonly signal?: AbortSignal | undefined } = {},
): Promise<TokenSet> {
  const { scope, signal } = options;
  const fields = { grant_type: "refresh_token", refresh_token: refreshToken, ...(scope ? { scope } : {}) };
  const renewed = await requestTokens(settings, fields, { repeatable: true, signal });
  return renewed.refreshToken === undefined ? { ...renewed, refreshToken } : renewed;
}
