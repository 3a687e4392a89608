import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { DatabaseSync } from "node:sqlite";
import { oauthProvider } from "@better-auth/oauth-provider";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { toNodeHandler } from "better-auth/node";
import { jwt } from "better-auth/plugins";

const port = Number(process.env.PORT);
const origin = `http://localhost:${port}`;
const redirectUri = "https://app.example.com/callback";
const verifier = "v".repeat(43);
const client = { client_id: "bench", client_secret: "bench-secret-of-forty-letters-and-digits" };
const person = { name: "Siti Aminah", email: "bench@example.com", password: "correct-horse-battery-9" };
const hash = (text) => createHash("sha256").update(text).digest("base64url");

// Its memory adapter reads all rows at each look: SQLite in memory is faster from a hundred tokens on.
const database = new DatabaseSync(":memory:");
const options = {
  database,
  baseURL: origin,
  secret: "a secret of the benchmark that is long enough",
  logger: { disabled: true },
  telemetry: { enabled: false },
  rateLimit: { enabled: false },
  disabledPaths: ["/token"],
  emailAndPassword: { enabled: true },
  session: { cookieCache: { enabled: true } },
  plugins: [
    jwt({ disableSettingJwtHeader: true }),
    oauthProvider({
      loginPage: "/login",
      consentPage: "/consent",
      silenceWarnings: { oauthAuthServerConfig: true, openidConfig: true },
      scopes: ["openid", "profile", "email", "offline_access", "view-user"],
      cachedTrustedClients: new Set([client.client_id]),
      generateClientId: () => client.client_id,
      generateClientSecret: () => client.client_secret,
      // Its own go through the asynchronous hash of the Web Crypto API.
      storeClientSecret: { hash },
      storeTokens: { hash },
      clientPrivileges: () => true,
    }),
  ],
};
const auth = betterAuth(options);
await (await getMigrations(options)).runMigrations();
const signedUp = await auth.api.signUpEmail({ body: person, asResponse: true });
const cookie = signedUp.headers
  .getSetCookie()
  .map((line) => line.split(";")[0])
  .join("; ");
await auth.api.adminCreateOAuthClient({
  headers: new Headers({ cookie }),
  body: {
    redirect_uris: [redirectUri],
    scope: "openid profile email offline_access view-user",
    client_credentials_scopes: ["view-user"],
    token_endpoint_auth_method: "client_secret_post",
    grant_types: ["client_credentials", "refresh_token", "authorization_code"],
    response_types: ["code"],
    skip_consent: true,
  },
});

async function issued(scope) {
  const query = new URLSearchParams({
    ...{ response_type: "code", client_id: client.client_id, redirect_uri: redirectUri, scope, state: "s" },
    ...{ code_challenge: hash(verifier), code_challenge_method: "S256" },
  });
  const answer = await auth.handler(
    new Request(`${origin}/api/auth/oauth2/authorize?${query}`, { headers: { cookie, accept: "text/html" } }),
  );
  return new URL(answer.headers.get("location")).searchParams.get("code");
}

async function redeemed(scope) {
  const fields = { grant_type: "authorization_code", redirect_uri: redirectUri, code_verifier: verifier };
  const body = new URLSearchParams({ ...client, ...fields, code: await issued(scope) });
  const answer = await auth.handler(new Request(`${origin}/api/auth/oauth2/token`, { method: "POST", body }));
  return answer.json();
}

// Without `openid` a code and a refresh sign no ID token; the user endpoint demands it.
const kinds = {
  code: () => issued("offline_access view-user"),
  refresh: async () => (await redeemed("offline_access view-user")).refresh_token,
  access: async () => (await redeemed("openid profile email")).access_token,
  expired: async () => {
    const { access_token } = await redeemed("openid profile email");
    database
      .prepare("update oauthAccessToken set expiresAt = ? where token = ?")
      .run(new Date(0).toISOString(), hash(access_token));
    return access_token;
  },
};

const answer = toNodeHandler(auth);
createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, origin);
  if (pathname === "/health") return response.end("{}");
  if (pathname !== "/bench/seed") return answer(request, response);
  const tokens = [];
  for (let i = 0; i < Number(searchParams.get("count")); i++)
    tokens.push(await kinds[searchParams.get("kind")]());
  response.end(JSON.stringify(tokens));
}).listen(port, "localhost");
