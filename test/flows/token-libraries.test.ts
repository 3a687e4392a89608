import * as oauth from "oauth4webapi";
import * as openid from "openid-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Application, createPerson, type Person } from "../support/application.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { type Page, Visitor } from "../support/visitor.ts";

/** What other people's certified libraries make of this server, from discovery to revocation, over HTTP. */
let server: TestServer;
let person: Person;
let confidential: Application;
let open: Application;

beforeAll(async () => {
  server = await startServer({ env: { RATE_LIMITS: "off" } });
  person = await createPerson(server);
  const grants = ["authorization_code", "refresh_token", "client_credentials"];
  confidential = await Application.register(server, { grants });
  open = await Application.register(server, { public: true });
});
afterAll(() => server.stop());

/** The person signs in and allows the application; resolves to where the browser is sent back to. */
async function callback(authorizeUrl: URL): Promise<URL> {
  const visitor = new Visitor(server.origin);
  let page: Page = await visitor.get(authorizeUrl);
  page = await visitor.submit(page, { identifier: person.identifier, password: person.password });
  if (page.url.pathname === "/consent") page = await visitor.submit(page, {}, ["decision", "approve"]);
  return new URL(page.headers.get("location") ?? `missing:${page.status}`);
}

const applications = [
  ["a confidential client", () => confidential],
  ["a public client", () => open],
] as const;

describe.each(applications)("oauth4webapi, %s", (_, application) => {
  const insecure = { [oauth.allowInsecureRequests]: true } as const;

  it("signs in with PKCE, refreshes, introspects and revokes", async () => {
    const { clientId, clientSecret, redirectUri } = application();
    const issuer = new URL(server.origin);
    const discovery = await oauth.discoveryRequest(issuer, { algorithm: "oauth2", ...insecure });
    const as = await oauth.processDiscoveryResponse(issuer, discovery);
    const client: oauth.Client = { client_id: clientId };
    const auth = clientSecret ? oauth.ClientSecretBasic(clientSecret) : oauth.None();

    const verifier = oauth.generateRandomCodeVerifier();
    const url = new URL(as.authorization_endpoint ?? "");
    url.search = new URLSearchParams({
      client_id: clientId,
      redirect_uri: redirectUri,
      response_type: "code",
      scope: "view-user edit-user",
      state: "state & more",
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    }).toString();
    const parameters = oauth.validateAuthResponse(as, client, await callback(url), "state & more");

    const redeemed = await oauth.processAuthorizationCodeResponse(
      as,
      client,
      await oauth.authorizationCodeGrantRequest(
        as,
        client,
        auth,
        parameters,
        redirectUri,
        verifier,
        insecure,
      ),
    );
    expect(redeemed).toMatchObject({
      token_type: "bearer",
      expires_in: 86_400,
      scope: "view-user edit-user",
    });

    const refreshRequest = oauth.refreshTokenGrantRequest(
      as,
      client,
      auth,
      redeemed.refresh_token ?? "",
      insecure,
    );
    const refreshed = await oauth.processRefreshTokenResponse(as, client, await refreshRequest);
    expect(refreshed.refresh_token).not.toBe(redeemed.refresh_token);

    const introspect = async (token: string) => {
      const response = await oauth.introspectionRequest(as, client, auth, token, insecure);
      return oauth.processIntrospectionResponse(as, client, response);
    };
    if (clientSecret) expect(await introspect(refreshed.access_token)).toMatchObject({ active: true });

    const revocation = await oauth.revocationRequest(
      as,
      client,
      auth,
      refreshed.refresh_token ?? "",
      insecure,
    );
    expect(await oauth.processRevocationResponse(revocation)).toBeUndefined();
    if (clientSecret) expect(await introspect(refreshed.access_token)).toEqual({ active: false });
    const dead = await oauth.refreshTokenGrantRequest(
      as,
      client,
      auth,
      refreshed.refresh_token ?? "",
      insecure,
    );
    await expect(oauth.processRefreshTokenResponse(as, client, dead)).rejects.toMatchObject({
      error: "invalid_grant",
      status: 400,
    });
  });
});

describe.each(applications)("openid-client, %s", (_, application) => {
  async function configuration(): Promise<openid.Configuration> {
    const { clientId, clientSecret } = application();
    const auth = clientSecret ? openid.ClientSecretPost(clientSecret) : openid.None();
    const execute = [openid.allowInsecureRequests];
    return openid.discovery(new URL(server.origin), clientId, undefined, auth, {
      algorithm: "oauth2",
      execute,
    });
  }

  it("signs in with PKCE, refreshes and revokes", async () => {
    const config = await configuration();
    const pkceCodeVerifier = openid.randomPKCECodeVerifier();
    const url = openid.buildAuthorizationUrl(config, {
      redirect_uri: application().redirectUri,
      scope: "view-user",
      code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: "S256",
      state: "s",
    });
    const tokens = await openid.authorizationCodeGrant(config, await callback(url), {
      pkceCodeVerifier,
      expectedState: "s",
    });
    expect(tokens.scope).toBe("view-user");
    const refreshed = await openid.refreshTokenGrant(config, tokens.refresh_token ?? "");
    expect(refreshed.expiresIn()).toBeGreaterThan(86_000);
    await openid.tokenRevocation(config, refreshed.refresh_token ?? "");
    await expect(openid.refreshTokenGrant(config, refreshed.refresh_token ?? "")).rejects.toMatchObject({
      error: "invalid_grant",
    });
  });
});

it("openid-client: client_credentials and introspection, by Basic", async () => {
  const auth = openid.ClientSecretBasic(confidential.clientSecret);
  const execute = [openid.allowInsecureRequests];
  const options = { algorithm: "oauth2" as const, execute };
  const config = await openid.discovery(
    new URL(server.origin),
    confidential.clientId,
    undefined,
    auth,
    options,
  );
  const { access_token: token } = await openid.clientCredentialsGrant(config, { scope: "view-user" });
  expect(await openid.tokenIntrospection(config, token)).toMatchObject({
    active: true,
    scope: "view-user",
    sub: confidential.clientId,
    iss: server.origin,
  });
});
