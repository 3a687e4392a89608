import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  exchange,
  type PublishedClient,
  publishedClients,
  redemption,
  rotation,
  type Taken,
} from "../support/published-client.ts";
import { type KnownClient, rowIdOf, TokenDesk } from "../support/token-desk.ts";

/** What the published clients of the service send, request by request, and what they rely on (contract §9 and §3). */
let desk: TokenDesk;

beforeAll(async () => {
  desk = await TokenDesk.open();
});
afterAll(() => desk.close());

interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token: string;
}

/** They read `error`, then `error_description ?? message`, then `hint`: none may be missing or empty. */
function expectReadable({ body }: Taken, code: string): void {
  expect(body["error"]).toBe(code);
  for (const member of ["error_description", "message", "hint"]) expect(body[member]).toMatch(/\w/);
}

function expectTokens({ status, headers, body }: Taken, scope: string): TokenAnswer {
  expect([status, headers.get("Cache-Control")]).toEqual([200, "no-store"]);
  expect(body).toEqual({
    token_type: "Bearer",
    expires_in: 86_400,
    access_token: expect.stringMatching(/^\S+$/),
    refresh_token: expect.stringMatching(/^\S+$/),
    scope,
  });
  return body as unknown as TokenAnswer;
}

describe.each(publishedClients)("$name", (published) => {
  let client: KnownClient;
  const granted = "view-user detail-user";

  beforeAll(async () => {
    const grantTypes = ["authorization_code", "refresh_token", "client_credentials"] as const;
    client = await desk.client({ confidential: published.confidential, grantTypes });
  });

  const token = (fields: Parameters<PublishedClient["token"]>[1]) =>
    exchange(desk, published.token(client, fields));
  const api = (path: string, accessToken: string, method?: string) =>
    exchange(desk, published.api(path, accessToken, method));
  const signedIn = async () => expectTokens(await token(redemption(await desk.code(client))), granted);

  it("signs in, reads the person, refreshes, signs out", async () => {
    const first = await signedIn();
    const user = await api("/api/user", first.access_token);
    expect(user.status).toBe(200);
    expect(Object.keys(user.body)).toEqual(["id", "name", "email", "profile_picture", "username", "gender"]);
    expect(user.body["id"]).toEqual(expect.any(Number));
    const second = expectTokens(await token(rotation(first.refresh_token)), granted);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    for (const method of ["POST", "GET"]) {
      const { access_token: accessToken } = await signedIn();
      expect((await api("/api/logout-sso", accessToken, method)).status).toBe(200);
    }
  });

  it("refreshes once after a 401 and repeats the call", async () => {
    const first = await signedIn();
    await desk.sql("update access_tokens set expires_at = 1 where id = ?", rowIdOf(first.access_token));
    const refused = await api("/api/user", first.access_token);
    expect([refused.status, refused.headers.get("WWW-Authenticate")]).toEqual([
      401,
      expect.stringMatching(/^Bearer /),
    ]);
    expectReadable(refused, "token_expired");
    expect(refused.body["message"]).toBe("The access token provided has expired.");
    const second = expectTokens(await token(rotation(first.refresh_token)), granted);
    expect((await api("/api/user", second.access_token)).status).toBe(200);
  });

  it("refreshes in two tabs at once, and both get the same tokens", async () => {
    const { refresh_token: refreshToken } = await signedIn();
    const [one, two] = await Promise.all([token(rotation(refreshToken)), token(rotation(refreshToken))]);
    expect(expectTokens(one, granted)).toEqual(expectTokens(two, granted));
  });

  it("sends a code twice in React's development mode, and stays signed in", async () => {
    const fields = redemption(await desk.code(client));
    const answers = await Promise.all([token(fields), token(fields)]);
    const [won, lost] = answers.sort((one, two) => one.status - two.status);
    if (!(won && lost)) return expect.unreachable();
    expectReadable(lost, "invalid_grant");
    expect(lost.status).toBe(400);
    const { access_token: accessToken, refresh_token: refreshToken } = expectTokens(won, granted);
    expect((await api("/api/user", accessToken)).status).toBe(200);
    expect((await token(rotation(refreshToken))).status).toBe(200);
  });

  it.each<[string, (refreshToken: string, userId: number) => Promise<unknown>]>([
    [
      "used before",
      async (refreshToken) => {
        await token(rotation(refreshToken));
        await desk.sql(
          "update refresh_tokens set used_at = used_at - 11000 where id = ?",
          rowIdOf(refreshToken),
        );
      },
    ],
    [
      "expired",
      async (refreshToken) =>
        await desk.sql("update refresh_tokens set expires_at = 1 where id = ?", rowIdOf(refreshToken)),
    ],
    ["revoked", (_, userId) => revoked(userId, "revoked_by_client")],
    ["of somebody who signed out", (_, userId) => revoked(userId, "signed_out")],
    ["of somebody with a new password", (_, userId) => revoked(userId, "password_changed")],
    ["of somebody who disconnected the application", (_, userId) => revoked(userId, "consent_revoked")],
    [
      "of somebody disabled",
      (_, userId) => desk.storage.write(({ users }) => users.setStatus(userId, "disabled")),
    ],
  ])("a refresh token %s is invalid_grant, else nobody is asked to sign in again", async (_, kill) => {
    const userId = await desk.user();
    const { refresh_token: refreshToken } = expectTokens(
      await token(redemption(await desk.code(client, { userId }))),
      granted,
    );
    await kill(refreshToken, userId);
    const answer = await token(rotation(refreshToken));
    expect(answer.status).toBe(400);
    expectReadable(answer, "invalid_grant");
  });

  it("an unknown refresh token, and one of another application, too", async () => {
    const other = await desk.tokens(await desk.client());
    for (const refreshToken of ["never-issued", other.refresh_token])
      expectReadable(await token(rotation(refreshToken)), "invalid_grant");
  });

  it("reads what the API refuses by error and message", async () => {
    const { access_token: accessToken } = await signedIn();
    const approval = await api("/api/user/details", accessToken);
    expect(approval.status).toBe(403);
    expectReadable(approval, "unapproved_scope");
    expect(approval.body["status_code"]).toBe(403);
    const unknown = await api("/api/user", "never-issued");
    expect([unknown.status, unknown.body["message"]]).toEqual([401, "Unauthenticated."]);
    expectReadable(unknown, "token_invalid");
  });

  it("never meets a redirect, a page or an empty answer", async () => {
    const { access_token: accessToken } = await signedIn();
    for (const path of ["/api", "/api/", "/api/user/", "/api//user", "/api/nothing", "/api/user/details/"])
      expectReadable(await api(path, accessToken), "resource_not_found");
    for (const method of ["PUT", "DELETE", "TRACE"])
      expectReadable(await api("/api/user", accessToken, method), "validation_error");
    const elsewhere = { ...published.api("/api/user", accessToken), host: `127.0.0.1:${desk.server.port}` };
    expect((await exchange(desk, elsewhere)).status).toBe(200);
    const asPage = { ...published.token(client, {}), method: "GET" };
    const { headers = [] } = asPage;
    const answer = await exchange(desk, { ...asPage, headers: [...headers, ["Accept", "text/html"]] });
    expect([answer.status, answer.headers.get("Allow")]).toEqual([405, "POST"]);
    expectReadable(answer, "invalid_request");
  });
});

function revoked(
  userId: number,
  why: "revoked_by_client" | "signed_out" | "password_changed" | "consent_revoked",
) {
  return desk.storage.write(({ authorizations }) => authorizations.revokeAll(userId, why, Date.now()));
}

describe.each(publishedClients.filter(({ confidential }) => confidential))(
  "$name, for itself",
  (published) => {
    it.each([
      ["an empty scope", { scope: "" }],
      ["no scope", {}],
    ])("%s means all the application may have", async (_, fields) => {
      const client = await desk.client({
        grantTypes: ["client_credentials"],
        scopes: ["view-user", "edit-user"],
      });
      const sent = published.token(client, { grant_type: "client_credentials", ...fields });
      const { status, body } = await exchange(desk, sent);
      expect(status).toBe(200);
      expect(body).toMatchObject({ scope: "view-user edit-user", expires_in: 86_400 });
      expect(body).not.toHaveProperty("refresh_token");
    });

    it("with a wrong secret reads why", async () => {
      const client = await desk.client();
      const sent = published.token({ ...client, secret: "wrong" }, { grant_type: "client_credentials" });
      const answer = await exchange(desk, sent);
      expect(answer.status).toBe(401);
      expectReadable(answer, "invalid_client");
    });
  },
);
