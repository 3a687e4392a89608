import type { Flow } from "./flow.ts";

const shown = 8;

/** A secret as it may be shown: enough to tell one from another. */
export function shortened(secret: string): string {
  return secret.length > shown * 2 ? `${secret.slice(0, shown)}…` : "…";
}

const secretFields = /"(access_token|refresh_token|code|client_secret)"(\s*:\s*)"([^"]*)"/g;

/** An answer with the tokens in it shortened. */
export function withoutTokens(json: string): string {
  return json.replace(
    secretFields,
    (_, name: string, colon: string, value: string) => `"${name}"${colon}"${shortened(value)}"`,
  );
}

/** A request with every secret of the sign-in shortened. */
export function withoutSecrets(text: string, flow: Flow): string {
  const { codeVerifier, code, clientSecret, accessToken, refreshToken } = flow;
  const secrets = [codeVerifier, code, clientSecret, accessToken, refreshToken].filter(
    (secret): secret is string => secret !== undefined && secret !== "",
  );
  return secrets.reduce((shortText, secret) => {
    const encoded = new URLSearchParams({ x: secret }).toString().slice(2);
    return shortText.replaceAll(encoded, shortened(secret)).replaceAll(secret, shortened(secret));
  }, text);
}
