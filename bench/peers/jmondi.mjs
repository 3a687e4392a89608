import { createHash, randomUUID } from "node:crypto";
import { AuthorizationServer, DateInterval, JwtService } from "@jmondi/oauth2-server";
import { handleFastifyError, handleFastifyReply, requestFromFastify } from "@jmondi/oauth2-server/fastify";
import fastify from "fastify";

const redirectUri = "https://app.example.com/callback";
const codeChallenge = createHash("sha256").update("v".repeat(43)).digest("base64url");
const user = { id: "10001", name: "Siti Aminah", email: "bench@example.com", picture: null };
const scopes = [{ name: "view-user" }];
const client = {
  id: "bench",
  name: "Bench",
  secret: "bench-secret-of-forty-letters-and-digits",
  redirectUris: [redirectUri],
  allowedGrants: ["client_credentials", "refresh_token", "authorization_code"],
  scopes,
};

const hour = 3_600_000;
const byAccess = new Map();
const byRefresh = new Map();
const codes = new Map();

const tokens = {
  issueToken: async (of, granted, owner) => ({
    accessToken: randomUUID(),
    accessTokenExpiresAt: new Date(Date.now() + hour),
    client: of,
    user: owner,
    scopes: granted,
  }),
  issueRefreshToken: async (token) => {
    token.refreshToken = randomUUID();
    token.refreshTokenExpiresAt = new Date(Date.now() + 24 * hour);
    // The token was persisted before it had a refresh token, and is not again.
    byRefresh.set(token.refreshToken, token);
    return token;
  },
  persist: async (token) => {
    byAccess.set(token.accessToken, token);
  },
  revoke: async (token) => {
    token.accessTokenExpiresAt = new Date(0);
    token.refreshTokenExpiresAt = new Date(0);
  },
  isRefreshTokenRevoked: async (token) => Date.now() > token.refreshTokenExpiresAt.getTime(),
  getByRefreshToken: async (id) => byRefresh.get(id),
  getByAccessToken: async (id) => byAccess.get(id),
};

const authCodes = {
  getByIdentifier: async (code) => codes.get(code),
  issueAuthCode: (of, owner, granted) => ({
    ...{ code: randomUUID(), redirectUri, codeChallenge, codeChallengeMethod: "S256" },
    ...{ expiresAt: new Date(Date.now() + hour), client: of, user: owner, scopes: granted },
  }),
  persist: async (code) => codes.set(code.code, code),
  isRevoked: async (code) => codes.get(code).expiresAt.getTime() < Date.now(),
  revoke: async (code) => {
    codes.get(code).expiresAt = new Date(0);
  },
};

// HS256: the fastest signature this library offers.
const jwt = new JwtService("a secret of the benchmark that is long enough");
const server = new AuthorizationServer(
  {
    getByIdentifier: async () => client,
    isClientValid: async (grant, of, secret) => of.secret === secret && of.allowedGrants.includes(grant),
  },
  tokens,
  {
    getAllByIdentifiers: async (names) => scopes.filter(({ name }) => names.includes(name)),
    finalize: async (granted) => granted,
  },
  jwt,
  { requiresS256: true },
);
const lifetime = new DateInterval("1h");
server.enableGrantType("client_credentials", lifetime);
server.enableGrantType("refresh_token", lifetime);
server.enableGrantType(
  {
    grant: "authorization_code",
    authCodeRepository: authCodes,
    userRepository: { getUserByCredentials: async () => user },
  },
  lifetime,
);

const app = fastify();
app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) =>
  done(null, Object.fromEntries(new URLSearchParams(body))),
);

function serve(path, answer) {
  app.post(path, async (request, reply) => {
    try {
      handleFastifyReply(reply, await answer(requestFromFastify(request)));
    } catch (error) {
      handleFastifyError(error, reply);
    }
    return reply;
  });
}
serve("/token", (request) => server.respondToAccessTokenRequest(request));
serve("/introspect", (request) => server.introspect(request));
serve("/revoke", (request) => server.revoke(request));

app.get("/user", async (request, reply) => {
  try {
    const claims = await jwt.verify((request.headers.authorization ?? "").slice(7));
    const token = byAccess.get(claims.jti);
    if (!token || token.accessTokenExpiresAt.getTime() < Date.now()) throw new Error("unknown");
    return token.user;
  } catch {
    return reply.code(401).send({ error: "invalid_token" });
  }
});

app.get("/health", async () => ({}));

async function issued() {
  const authorization = await server.validateAuthorizationRequest({
    query: {
      ...{
        response_type: "code",
        client_id: "bench",
        redirect_uri: redirectUri,
        scope: "view-user",
        state: "s",
      },
      ...{ code_challenge: codeChallenge, code_challenge_method: "S256" },
    },
    headers: {},
    body: {},
  });
  authorization.user = user;
  authorization.isAuthorizationApproved = true;
  const { headers } = await server.completeAuthorizationRequest(authorization);
  return new URL(headers.location).searchParams.get("code");
}

async function redeemed() {
  const response = await server.respondToAccessTokenRequest({
    body: {
      ...{ grant_type: "authorization_code", code: await issued(), redirect_uri: redirectUri },
      ...{ code_verifier: "v".repeat(43), client_id: "bench", client_secret: client.secret },
    },
    headers: {},
    query: {},
  });
  return response.body;
}

const kinds = {
  code: issued,
  access: async () => (await redeemed()).access_token,
  refresh: async () => (await redeemed()).refresh_token,
  expired: async () => {
    const { access_token } = await redeemed();
    const { jti } = await jwt.verify(access_token);
    byAccess.get(jti).accessTokenExpiresAt = new Date(0);
    return access_token;
  },
};

app.get("/bench/seed", async (request) => {
  const { kind, count } = request.query;
  const made = [];
  for (let i = 0; i < Number(count); i++) made.push(await kinds[kind]());
  return made;
});

await app.listen({ port: Number(process.env.PORT), host: "localhost" });
