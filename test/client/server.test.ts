import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Mubarokah, memoryStore } from "../../packages/client/src/index.ts";
import { Application, createPerson, type Person, walkToRedirect } from "../support/application.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { mubarokahOf, signInThrough } from "../support/through-sdk.ts";
import { Visitor } from "../support/visitor.ts";
import { thrownBy } from "./scripted.ts";

let server: TestServer;
let application: Application;
let open: Application;
let person: Person & { readonly id: number };

beforeAll(async () => {
  server = await startServer();
  const grants = ["authorization_code", "refresh_token", "client_credentials"];
  application = await Application.register(server, { grants });
  open = await Application.register(server, { public: true });
  person = await createPerson(server);
});
afterAll(() => server.stop());

describe.each([
  ["a confidential application", () => application],
  ["a public application", () => open],
])("%s", (_, registered) => {
  it("signs a person in, reads, changes, refreshes and signs out", async () => {
    await server.cli("client", "approve", registered().clientId, "detail-user");
    const mubarokah = mubarokahOf(registered());
    const scope = ["view-user", "detail-user", "edit-user"];
    const { tokens, session, store } = await signInThrough(mubarokah, person, { scope });
    expect(tokens.scope).toEqual(scope);
    expect(tokens.expiresAt).toBeGreaterThan(Date.now() + 86_000_000);
    const user = await session.user();
    expect(user).toMatchObject({ id: person.id, email: person.identifier });
    expect(await session.user({ id: person.id })).toEqual(user);
    expect(await session.update({ bio: "Hello", gender: "female" })).toEqual({
      bio: "Hello",
      gender: "female",
    });
    expect(await session.details()).toEqual({
      ...user,
      gender: "female",
      bio: "Hello",
      phone_number: null,
      place_of_birth: null,
      date_of_birth: null,
      address: null,
    });
    await store.save({ ...tokens, expiresAt: 0 });
    expect(await session.user()).toMatchObject({ id: person.id });
    const renewed = await store.load();
    expect(renewed?.refreshToken).not.toBe(tokens.refreshToken);
    await session.logout();
    expect(await store.load()).toBeUndefined();
    const dead = await thrownBy(() => mubarokah.refresh(renewed?.refreshToken ?? ""));
    expect(dead).toMatchObject({ code: "invalid_grant", reason: "refresh_token_revoked" });
  });

  it("revokes a sign-in without ending the person's session", async () => {
    const mubarokah = mubarokahOf(registered());
    const visitor = new Visitor(server.origin);
    const { tokens, session } = await signInThrough(mubarokah, person, {}, visitor);
    await mubarokah.revoke(tokens.refreshToken ?? "");
    await mubarokah.revoke("never-issued");
    expect(await thrownBy(() => session.user())).toMatchObject({ code: "invalid_grant" });
    const { url, pending } = await mubarokah.authorizationUrl({ prompt: "none" });
    const silent = (await visitor.get(url)).headers.get("location") ?? "";
    await expect(mubarokah.handleCallback(silent, pending)).resolves.toHaveProperty("accessToken");
  });
});

it("discovers what the server can do", async () => {
  const metadata = await mubarokahOf(application).discover();
  expect(metadata).toMatchObject({ issuer: server.origin, token_endpoint: `${server.origin}/oauth/token` });
  expect(metadata.scopes_supported).toContain("view-user");
});

it("100 simultaneous calls with an expired token make one refresh", async () => {
  let refreshes = 0;
  const fetch = (url: string, init: RequestInit) => {
    if (String(init.body).includes("grant_type=refresh_token")) refreshes += 1;
    return globalThis.fetch(url, init);
  };
  const { tokens, session, store } = await signInThrough(mubarokahOf(application, { fetch }), person);
  await store.save({ ...tokens, expiresAt: Date.now() - 1 });
  const users = await Promise.all(Array.from({ length: 100 }, () => session.user()));
  expect(new Set(users.map(({ id }) => id))).toEqual(new Set([person.id]));
  expect(refreshes).toBe(1);
});

describe("what goes wrong, by its real cause", () => {
  const byRedirect = async (mubarokah: Mubarokah, request: object, visitor = new Visitor(server.origin)) => {
    const { url, pending } = await mubarokah.authorizationUrl(request);
    const location = (await visitor.get(url)).headers.get("location") ?? "";
    return thrownBy(() => mubarokah.handleCallback(location, pending));
  };

  it("a silent sign-in of nobody", async () => {
    const error = await byRedirect(mubarokahOf(application), { prompt: "none" });
    expect(error).toMatchObject({ code: "login_required", reason: "not_signed_in", fixableBy: "person" });
    expect(error.docsUrl).toMatch(
      new RegExp(`^${server.origin}/docs/errors/login_required\\?request=[0-9a-f]{32}#not_signed_in$`),
    );
    expect((await fetch(error.docsUrl ?? "")).status).toBe(200);
  });

  it("a silent sign-in without consent", async () => {
    const visitor = new Visitor(server.origin);
    await signInThrough(mubarokahOf(application), person, {}, visitor);
    const other = await Application.register(server);
    const error = await byRedirect(mubarokahOf(other), { prompt: "none" }, visitor);
    expect(error).toMatchObject({ code: "consent_required", reason: "consent_missing" });
  });

  it("the person says no", async () => {
    const mubarokah = mubarokahOf(await Application.register(server));
    const visitor = new Visitor(server.origin);
    const { url, pending } = await mubarokah.authorizationUrl();
    const { identifier, password } = person;
    const consent = await visitor.submit(await visitor.get(url), { identifier, password });
    const denied = await visitor.submit(consent, {}, ["decision", "deny"]);
    const error = await thrownBy(() =>
      mubarokah.handleCallback(denied.headers.get("location") ?? "", pending),
    );
    expect(error).toMatchObject({
      code: "access_denied",
      reason: "user_denied",
      description: "The user denied access to your application.",
      fixableBy: "person",
    });
  });

  it("a scope the application may not ask for", async () => {
    const error = await byRedirect(mubarokahOf(application), { prompt: "none", scope: "server-operations" });
    expect(error).toMatchObject({ code: "invalid_scope" });
  });

  it("a prompt that contradicts itself", async () => {
    const error = await byRedirect(mubarokahOf(application), { prompt: "none login" });
    expect(error).toMatchObject({ code: "invalid_request", reason: "prompt_none_combined" });
  });

  it("a code that was used already: tokens live on, since the verifier was right", async () => {
    const mubarokah = mubarokahOf(application);
    const { url, pending } = await mubarokah.authorizationUrl();
    const location = await walkToRedirect(new Visitor(server.origin), person, url);
    const tokens = await mubarokah.handleCallback(location, pending);
    const error = await thrownBy(() => mubarokah.handleCallback(location, pending));
    expect(error).toMatchObject({ code: "invalid_grant", reason: "authorization_code_used", status: 400 });
    expect(error.requestId).toMatch(/^[0-9a-f]{32}$/);
    await expect(mubarokah.session(memoryStore(tokens)).user()).resolves.toHaveProperty("id", person.id);
  });

  it("a wrong secret; a grant the application lacks", async () => {
    const wrong = mubarokahOf(application, { clientSecret: "wrong" });
    expect(await thrownBy(() => wrong.clientCredentials())).toMatchObject({
      code: "invalid_client",
      reason: "client_authentication_failed",
      status: 401,
    });
    const lacking = mubarokahOf(await Application.register(server));
    const error = await thrownBy(() => lacking.clientCredentials());
    expect(error).toMatchObject({ code: "unauthorized_client", reason: "grant_not_permitted" });
  });

  it("fields, scopes, approval, other people", async () => {
    const fresh = mubarokahOf(await Application.register(server));
    const scope = ["view-user", "detail-user", "edit-user"];
    const { session } = await signInThrough(fresh, person, { scope });
    const invalid = await thrownBy(() => session.update({ name: "", date_of_birth: "tomorrow" }));
    if (invalid.code !== "validation_error") return expect.unreachable(invalid.message);
    expect(Object.keys(invalid.fields).sort()).toEqual(["date_of_birth", "name"]);
    expect(await thrownBy(() => session.details())).toMatchObject({
      code: "unapproved_scope",
      reason: "approval_not_requested",
    });
    expect(await thrownBy(() => session.user({ id: person.id + 1 }))).toMatchObject({
      code: "permission_denied",
      reason: "other_user",
    });
    const narrow = await signInThrough(fresh, person, { scope: "view-user" });
    expect(await thrownBy(() => narrow.session.details())).toMatchObject({
      code: "insufficient_scope",
      status: 403,
    });
  });

  it("the application's own token is no person's", async () => {
    const mubarokah = mubarokahOf(application);
    const tokens = await mubarokah.clientCredentials({ scope: "view-user" });
    expect(tokens).not.toHaveProperty("refreshToken");
    const error = await thrownBy(() => mubarokah.session(memoryStore(tokens)).user());
    expect(error).toMatchObject({ code: "permission_denied", reason: "not_a_user" });
  });

  it("an access token from elsewhere, with nothing to renew it", async () => {
    const tokens = { accessToken: "made-up", expiresAt: Date.now() + 3_600_000, scope: [] };
    const error = await thrownBy(() => mubarokahOf(application).session(memoryStore(tokens)).user());
    expect(error).toMatchObject({ code: "token_invalid", reason: "token_unknown", status: 401 });
  });

  it("too many requests: typed, with the pause, and not waited for", async () => {
    const { session } = await signInThrough(mubarokahOf(application), person, {
      scope: "view-user detail-user",
    });
    const all = await Promise.allSettled(Array.from({ length: 60 }, () => session.details()));
    const refused = all.filter((one) => one.status === "rejected").map(({ reason }) => reason);
    expect(refused).toHaveLength(10);
    expect(refused[0]).toMatchObject({
      code: "rate_limit_exceeded",
      reason: "details_rate_limited",
      status: 429,
    });
    expect(refused[0].retryAfterMs).toBeGreaterThan(1000);
  });

  it("maintenance: the tokens are kept, and work afterwards", async () => {
    const mubarokah = mubarokahOf(application);
    const { tokens, session, store } = await signInThrough(mubarokah, person);
    await server.cli("maintenance", "on", "--retry-after", "77");
    await expect.poll(async () => (await thrownBy(() => session.user())).code).toBe("service_unavailable");
    await store.save({ ...tokens, expiresAt: 0 });
    const error = await thrownBy(() => session.user());
    expect(error).toMatchObject({
      code: "temporarily_unavailable",
      reason: "maintenance",
      retryAfterMs: 77_000,
      fixableBy: "operator",
    });
    await server.cli("maintenance", "off");
    await expect.poll(async () => session.user().catch(() => undefined)).toMatchObject({ id: person.id });
  });
});
