// The generator adds the port.
const host = "Host: localhost\r\n";

/** A request line with its headers; the generator adds the length and the body. */
export function get(path, headers = {}) {
  return { head: `GET ${path} HTTP/1.1\r\n${host}${lines(headers)}`, body: "" };
}

/** A value such as `{token}` stays as it is: the generator fills it from an earlier answer. */
export function postForm(path, fields, headers = {}) {
  const body = Object.entries(fields)
    .map(([name, value]) => `${name}=${value.startsWith("{") ? value : encodeURIComponent(value)}`)
    .join("&");
  const type = "Content-Type: application/x-www-form-urlencoded\r\n";
  return { head: `POST ${path} HTTP/1.1\r\n${host}${type}${lines(headers)}`, body };
}

export function postJson(path, value) {
  const head = `POST ${path} HTTP/1.1\r\n${host}Content-Type: application/json\r\n`;
  return { head, body: JSON.stringify(value) };
}

function lines(headers) {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("");
}

/** Inside an answer of a token endpoint. */
export const accessTokenIn = '"access_token": *"([^"]+)"';
export const refreshTokenIn = '"refresh_token": *"([^"]+)"';

/**
 * The orders that are put to every authorization server alike. `paths` says where its endpoints are, `client` who asks,
 * `seed(kind, count)` resolves to as many new tokens or codes; `refused` is the status of a client with a wrong secret.
 */
export function oauthScenarios({ paths, client, redirectUri, verifier, seed, connections, refused = 401 }) {
  const post = (path, fields) => postForm(path, { ...client, ...fields });
  const bearer = (path, tokens) => tokens.map((token) => get(path, { Authorization: `Bearer ${token}` }));
  const grant = (fields) => post(paths.token, fields);
  return {
    client_credentials: async () => ({
      expect: 200,
      requests: [grant({ grant_type: "client_credentials", scope: "view-user" })],
    }),
    "code exchange": async () => ({
      expect: 200,
      once: true,
      requests: (await seed("code", 2000)).map((code) =>
        grant({
          grant_type: "authorization_code",
          code,
          redirect_uri: redirectUri,
          code_verifier: verifier,
        }),
      ),
    }),
    refresh: async () => ({
      expect: 200,
      requests: [grant({ grant_type: "refresh_token", refresh_token: "{token}" })],
      chain: { tokens: await seed("refresh", connections), next: refreshTokenIn },
    }),
    "user by token": async () => ({
      expect: 200,
      requests: bearer(paths.user, await seed("access", 256)),
    }),
    ...(paths.details && {
      "user details": async () => ({
        expect: 200,
        requests: bearer(paths.details, await seed("access", 256)),
      }),
    }),
    introspection: async () => ({
      expect: 200,
      requests: (await seed("access", 256)).map((token) => post(paths.introspect, { token })),
    }),
    revocation: async () => ({
      expect: 200,
      once: true,
      requests: (await seed("access", 2000)).map((token) => post(paths.revoke, { token })),
    }),
    "wrong secret": async () => ({
      expect: refused,
      requests: [grant({ grant_type: "client_credentials", client_secret: "wrong" })],
    }),
    "expired token": async () => ({
      expect: 401,
      requests: bearer(paths.user, await seed("expired", 256)),
    }),
    "unknown token": async () => ({
      expect: 401,
      requests: bearer(
        paths.user,
        (await seed("access", 1)).map((token) => token.slice(0, -1)),
      ),
    }),
  };
}
