import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { everyReason } from "../../src/errors/walk.ts";
import {
  isRehearsedAt,
  type RehearsalEndpoint,
  rehearsalEndpoints,
} from "../../src/protocol/rehearsal/rehearsed-error.ts";
import { ask, goodsFor, testApplication } from "../support/error-lab.ts";
import { provoked } from "../support/provoked.ts";
import { authorizePath } from "../support/signed-in.ts";
import { type Fields, type KnownClient, redirectUri, TokenDesk } from "../support/token-desk.ts";

const wish = "server_error/unexpected";
const mark = "Mubarokah-Rehearsed";
let desk: TokenDesk;
let test: KnownClient;
let live: KnownClient;
beforeAll(async () => {
  desk = await TokenDesk.open();
  test = await desk.client({ test: true });
  live = await desk.client();
});
afterAll(() => desk.close());

const success: Readonly<Record<RehearsalEndpoint, number>> = {
  authorize: 302,
  token: 200,
  revoke: 200,
  introspect: 200,
  api: 200,
};

describe("an application that is not marked as test", () => {
  it.each(rehearsalEndpoints)(
    "means nothing by asking for an error at %s, whatever it asks",
    async (endpoint) => {
      for (const asked of [wish, "nonsense", `${wish}; delay=10`, "invalid_grant, invalid_grant"]) {
        const response = await ask(desk, endpoint, live, await goodsFor(desk, live), asked);
        expect([response.status, response.headers.has(mark)]).toEqual([success[endpoint], false]);
        expect(response.headers.get("location") ?? "/login?interaction=").toMatch(/^\/login\?interaction=/);
      }
    },
  );

  it("may send the parameter as often as it likes", async () => {
    const path = `${authorizePath(live, { rehearse: wish })}&rehearse=${wish}`;
    const response = await fetch(desk.server.origin + path, { redirect: "manual" });
    expect(response.headers.get("location")).toMatch(/^\/login\?interaction=/);
  });

  it("is not helped by a test application beside it: the token says whose request it is", async () => {
    const { accessToken } = await goodsFor(desk, live);
    const headers = { Authorization: `Bearer ${accessToken}`, "Mubarokah-Rehearse": wish };
    const response = await fetch(`${desk.server.origin}/api/user?client_id=${test.id}`, { headers });
    expect([response.status, response.headers.has(mark)]).toEqual([200, false]);
  });
});

describe("a test application", () => {
  const header = { "Mubarokah-Rehearse": wish };
  const grant = { grant_type: "client_credentials" };

  it.each(["token", "revoke", "introspect"])("proves at /oauth/%s who it is, as ever", async (name) => {
    const post = (fields: Fields) => desk.post(`/oauth/${name}`, { ...grant, token: "x", ...fields }, header);
    const impostors: readonly Fields[] = [
      { client_id: test.id, client_secret: "wrong" },
      { client_id: test.id, client_secret: live.secret ?? "" },
      { client_id: "unknown", client_secret: test.secret ?? "" },
    ];
    for (const fields of impostors) {
      const response = await post(fields);
      await provoked("oauth", "invalid_client", "client_authentication_failed", response);
    }
    const nobody = await post({});
    await provoked("oauth", "invalid_client", "client_authentication_missing", nobody);
    const secretless = await post({ client_id: test.id });
    await provoked("oauth", "invalid_client", "client_authentication_missing", secretless);
  });

  it("that is public rehearses by its id alone, and no more than that", async () => {
    const client = await desk.publicClient({ test: true });
    const rehearsed = await desk.post("/oauth/token", { client_id: client.id }, header);
    expect([rehearsed.status, rehearsed.headers.get(mark)]).toEqual([500, wish]);
    const withSecret = { client_id: client.id, client_secret: "guessed" };
    const response = await desk.post("/oauth/token", withSecret, header);
    await provoked("oauth", "invalid_client", "client_secret_unexpected", response);
  });

  it("rehearses nothing with a token that is dead, malformed or missing", async () => {
    const { accessToken } = await goodsFor(desk, test);
    const call = (authorization?: string) =>
      fetch(`${desk.server.origin}/api/user`, {
        headers: { ...header, ...(authorization === undefined ? {} : { Authorization: authorization }) },
      });
    await provoked("api", "unauthenticated", "token_missing", await call());
    await provoked("api", "token_invalid", "token_malformed", await call(`Bearer ${accessToken}x`));
    expect((await call(`Bearer ${accessToken}`)).status).toBe(500);
    await desk.as(test, "/oauth/revoke", { token: accessToken });
    await provoked("api", "token_invalid", "token_revoked", await call(`Bearer ${accessToken}`));
  });

  it("rehearses nothing at a path or with a method that is not there", async () => {
    const { accessToken } = await goodsFor(desk, test);
    const headers = { ...header, Authorization: `Bearer ${accessToken}` };
    const call = (path: string, method = "GET") => fetch(desk.server.origin + path, { method, headers });
    await provoked("api", "resource_not_found", "path_unknown", await call("/api/nothing"));
    await provoked("api", "validation_error", "method_not_allowed", await call("/api/user", "DELETE"));
    await provoked("oauth", "invalid_request", "method_not_allowed", await call("/oauth/token"));
  });

  it("changes no row by a rehearsal, at whatever endpoint", async () => {
    const client = await testApplication(desk);
    const goods = await goodsFor(desk, client);
    const tables = [
      ...["clients", "client_secrets", "authorizations", "authorization_codes", "access_tokens"],
      ...[
        "refresh_tokens",
        "consents",
        "interactions",
        "challenges",
        "browsers",
        "sessions",
        "known_devices",
      ],
      ...["users", "testers", "audit_log", "messages"],
    ].map((table) => `select * from ${table} order by 1, 2`);
    const kept = ["failures", "failure_counts"].map(
      (table) => `select * from ${table} where client_id = '${client.id}'`,
    );
    const rows = () => Promise.all([...tables, ...kept].map((query) => desk.server.database.sql(query)));
    const before = await rows();
    expect(before.filter((some) => some.length > 0).length).toBeGreaterThan(6);
    for (const endpoint of rehearsalEndpoints) {
      const entries = everyReason().filter((entry) => isRehearsedAt(endpoint, entry));
      for (const { code, reason } of entries.filter((_, index) => index % 7 === 0)) {
        const response = await ask(desk, endpoint, client, goods, `${code}/${reason}`);
        expect(response.headers.get(mark)).toBe(`${code}/${reason}`);
      }
    }
    const real = await desk.post("/oauth/token", { client_id: live.id, client_secret: "wrong" });
    const requestId = real.headers.get("X-Request-Id") ?? "";
    const { failures } = desk.storage.committed;
    await expect.poll(() => failures.find(live.id, requestId), { timeout: 15_000 }).toBeDefined();
    expect(await rows()).toEqual(before);
  });

  it("that is disabled learns that and nothing else", async () => {
    const client = await desk.client({ test: true, status: "disabled" });
    const goods = { code: "", accessToken: "", refreshToken: "x", cookie: "" };
    const refused = await ask(desk, "token", client, goods, wish);
    await provoked("oauth", "invalid_client", "client_disabled", refused);
    const returned = await ask(desk, "authorize", client, goods, wish);
    await provoked("oauth", "access_denied", "client_disabled", returned);
  });
});

describe("at the authorization endpoint", () => {
  const authorize = (client: KnownClient, change: Fields) =>
    fetch(desk.server.origin + authorizePath(client, { rehearse: "access_denied", ...change }), {
      redirect: "manual",
    });

  it("nobody is redirected to what is not registered", async () => {
    const response = await authorize(test, { redirect_uri: "https://evil.example/callback" });
    expect([response.headers.get("location"), response.headers.has(mark)]).toEqual([null, false]);
    await provoked("oauth", "invalid_request", "redirect_uri_not_registered", response);
  });

  const toSignIn = (response: Response) => {
    expect([response.headers.get("location"), response.headers.has(mark)]).toEqual([
      expect.stringMatching(/^\/login\?interaction=/),
      false,
    ]);
  };

  it("a link shows nobody a page of ours that is not true", async () => {
    for (const rehearse of ["access_denied/interaction_foreign", "permission_denied/user_disabled"])
      toSignIn(await authorize(test, { rehearse }));
  });

  it("an application that nobody verified rehearses before its own people alone", async () => {
    const client = await testApplication(desk, { verified: false });
    const rehearse = "access_denied/user_disabled";
    toSignIn(await authorize(client, { rehearse }));
    const stranger = await desk.client({ ownerId: await desk.user() });
    const { cookie } = await goodsFor(desk, stranger);
    const refused = await ask(
      desk,
      "authorize",
      client,
      { ...(await goodsFor(desk, client)), cookie },
      rehearse,
    );
    await provoked("oauth", "access_denied", "not_a_tester", refused);
    const own = await ask(desk, "authorize", client, await goodsFor(desk, client), rehearse);
    expect([own.status, own.headers.get(mark)]).toEqual([302, rehearse]);
  });

  it("the application gets its state back, and no code", async () => {
    const to = new URL((await authorize(test, { state: "a & b" })).headers.get("location") ?? "");
    expect(to.origin + to.pathname).toBe(redirectUri);
    expect([to.searchParams.get("state"), to.searchParams.get("error"), to.searchParams.has("code")]).toEqual(
      ["a & b", "access_denied", false],
    );
  });

  it("a script of another origin reads nothing of it, and elsewhere only without cookies", async () => {
    const { accessToken, cookie } = await goodsFor(desk, test);
    const origin = { Origin: "https://evil.example" };
    const path = authorizePath(test, { rehearse: "access_denied/user_disabled" });
    const init = { headers: { ...origin, Cookie: cookie }, redirect: "manual" } as const;
    const authorized = await fetch(desk.server.origin + path, init);
    expect([authorized.headers.has(mark), authorized.headers.has("Access-Control-Allow-Origin")]).toEqual([
      true,
      false,
    ]);
    const headers = { ...origin, Authorization: `Bearer ${accessToken}`, "Mubarokah-Rehearse": wish };
    const called = await fetch(`${desk.server.origin}/api/user`, { headers });
    expect(called.headers.get(mark)).toBe(wish);
    expect(called.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(called.headers.has("Access-Control-Allow-Credentials")).toBe(false);
  });

  it("a POST is answered likewise, and stores nothing", async () => {
    const body = new URLSearchParams({
      client_id: test.id,
      redirect_uri: redirectUri,
      rehearse: "login_required",
    });
    const init = { method: "POST", body, redirect: "manual" } as const;
    const response = await fetch(`${desk.server.origin}/oauth/authorize`, init);
    expect([response.status, response.headers.get(mark)]).toEqual([303, "login_required/not_signed_in"]);
    expect(response.headers.getSetCookie()).toEqual([]);
  });
});
