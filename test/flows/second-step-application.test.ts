import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { Application } from "../support/application.ts";
import { ageSessions, signInAs } from "../support/people.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { allowed, authorizePath } from "../support/signed-in.ts";
import { mubarokahOf } from "../support/through-sdk.ts";
import { firstStep, withApp } from "../support/two-steps.ts";
import { type Page, Visitor } from "../support/visitor.ts";

let server: TestServer;
let seed: ApiSeed;
beforeAll(async () => {
  server = await startServer({ env: { RATE_LIMITS: "off" } });
  seed = await ApiSeed.open(server);
});
afterAll(async () => {
  await seed.storage.close();
  await server.stop();
});

const visit = () => new Visitor(server.origin);
const locationOf = (page: Page) => new URL(page.headers.get("location") ?? "", server.origin);

describe("an application's request", () => {
  it("goes on after the second step, to consent and to a code that works", async () => {
    const siti = await withApp(seed);
    const mubarokah = mubarokahOf(await Application.register(server));
    const visitor = visit();
    const { url, pending } = await mubarokah.authorizationUrl();
    const page = await visitor.follow(await signInAs(visitor, siti.person, url));
    expect(page.url.pathname).toBe("/login/verify");
    expect(page.headers.get("content-security-policy")).toContain("form-action 'self' https:");
    const consent = await visitor.submit(page, { code: await siti.app.next() });
    expect(consent.url.pathname).toBe("/consent");
    const back = locationOf(await visitor.submit(consent, {}, ["decision", "approve"]));
    await expect(mubarokah.handleCallback(back, pending)).resolves.toHaveProperty("accessToken");
  });

  it("gets nothing while the second step is missing", async () => {
    const siti = await withApp(seed);
    const client = await seed.client();
    await allowed(seed, siti.person.user, client);
    const visitor = visit();
    const page = await firstStep(visitor, siti.person, authorizePath(client));
    expect(page.url.pathname).toBe("/login/verify");
    const again = await visitor.get(authorizePath(client));
    expect(again.url.pathname).toBe("/login");
    const silent = await visitor.request(authorizePath(client, { prompt: "none" }));
    expect(locationOf(silent).searchParams.get("error")).toBe("login_required");
  });

  it("with prompt=login is satisfied by a whole sign-in, not by the password question in between", async () => {
    const siti = await withApp(seed);
    const client = await seed.client();
    await allowed(seed, siti.person.user, client);
    await ageSessions(seed, siti.person.user, 3_600_000);
    const { home } = siti;
    const login = await home.get(authorizePath(client, { prompt: "login" }));
    expect(login.url.pathname).toBe("/login");
    const interaction = login.url.searchParams.get("interaction") ?? "";
    const asked = await home.get("/account/confirm?next=account");
    expect((await home.submit(asked, { password: siti.person.password })).url.pathname).toBe("/account");
    const chosen = await home.submit(await home.get(`/accounts?interaction=${interaction}`), {}, [
      "account",
      String(siti.person.user.id),
    ]);
    expect(chosen.url.pathname).toBe("/login");
    const second = await firstStep(home, siti.person, `/login?interaction=${interaction}`);
    expect(second.url.pathname).toBe("/login/verify");
    const done = await home.post(second, { code: await siti.app.next() });
    expect(locationOf(done).searchParams.get("code")).toBeTruthy();
  });

  it("with max_age counts from the whole sign-in too", async () => {
    const siti = await withApp(seed);
    const client = await seed.client();
    await allowed(seed, siti.person.user, client);
    const { id } = siti.person.user;
    await server.database.sql(
      "update sessions set authenticated_at = ? where user_id = ?",
      Date.now() - 3_600_000,
      id,
    );
    const { home } = siti;
    const confirmed = await home.submit(await home.get("/account/confirm?next=account"), {
      password: siti.person.password,
    });
    expect(confirmed.url.pathname).toBe("/account");
    const old = await home.get(authorizePath(client, { max_age: "60" }));
    expect(old.url.pathname).toBe("/login");
    const young = await home.request(authorizePath(client, { max_age: "7200" }));
    expect(locationOf(young).searchParams.get("code")).toBeTruthy();
  });
});
