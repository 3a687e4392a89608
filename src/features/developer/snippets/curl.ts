import { shell } from "./quoting.ts";
import type { Values } from "./values.ts";

/** Sends the secret from the environment; a public application says who it is and no more. */
function authentication({ confidential, clientId }: Values): string {
  const id = `  -d ${shell(`client_id=${clientId}`)}`;
  return confidential ? `${id} -d "client_secret=$MUBAROKAH_CLIENT_SECRET"` : id;
}

/** The authorization request (RFC 6749 §4.1.1) but for what is made anew each time. */
function authorizeUrl({ issuer, clientId, scope }: Values, redirectUri: string): string {
  const query = new URLSearchParams({
    response_type: "code",
    client_id: clientId,
    redirect_uri: redirectUri,
    scope,
  });
  return `${issuer}/oauth/authorize?${query}`;
}

const secretFirst = "export MUBAROKAH_CLIENT_SECRET=…   # as it was shown to you once\n\n";

function signIn(values: Values, redirectUri: string): string {
  const { issuer, confidential } = values;
  return `${confidential ? secretFirst : ""}# 1. A secret of this sign-in (PKCE), and the address to open in a browser
VERIFIER=$(openssl rand -hex 32)
CHALLENGE=$(printf %s "$VERIFIER" | openssl dgst -sha256 -binary | openssl base64 | tr '+/' '-_' | tr -d '=\\n')
STATE=$(openssl rand -hex 16)
echo ${shell(authorizeUrl(values, redirectUri))}"&state=$STATE&code_challenge=$CHALLENGE&code_challenge_method=S256"

# 2. Sign in there; then put here what follows "code=" in the address you come back to
CODE=…

# 3. The code for tokens: it works once, within ten minutes
TOKEN=$(curl -sS ${shell(`${issuer}/oauth/token`)} \\
${authentication(values)} \\
  -d grant_type=authorization_code -d "code=$CODE" -d "code_verifier=$VERIFIER" \\
  --data-urlencode ${shell(`redirect_uri=${redirectUri}`)} |
  tee /dev/stderr | sed -n 's/.*"access_token":"\\([^"]*\\)".*/\\1/p')

# 4. The person's data
curl -sS ${shell(`${issuer}/api/user`)} -H "Authorization: Bearer $TOKEN"
`;
}

function machine(values: Values): string {
  return `${secretFirst}curl -sS ${shell(`${values.issuer}/oauth/token`)} \\
${authentication(values)} \\
  -d grant_type=client_credentials
`;
}

export function curlSnippet(values: Values): string {
  return values.redirectUri === undefined ? machine(values) : signIn(values, values.redirectUri);
}
