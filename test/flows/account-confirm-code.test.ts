import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { mailTo, outbox } from "../support/outbox.ts";
import { ageSessions, aPerson, type KnownPerson, signInAs } from "../support/people.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { withApp } from "../support/two-steps.ts";
import { type Page, Visitor } from "../support/visitor.ts";

let server: TestServer;
let seed: ApiSeed;
beforeAll(async () => {
  server = await startServer();
  seed = await ApiSeed.open(server);
});
afterAll(async () => {
  await seed.storage.close();
  await server.stop();
});

/** Signed in an hour ago, and without a password since. */
async function withoutPassword(change: Partial<KnownPerson["user"]> = {}) {
  const person = await aPerson(seed, change);
  const visitor = new Visitor(server.origin);
  await signInAs(visitor, person);
  await server.database.sql("update users set password_hash = null where id = ?", person.user.id);
  await ageSessions(seed, person.user, 3_600_000);
  return { person, visitor };
}

const asked = (visitor: Visitor) => visitor.get("/account/security/app");
const arrived = (page: Page) => page.url.pathname === "/account/security/app";

describe("a fresh proof without a password", () => {
  it("is a code by mail, in the sign-in it was sent for", async () => {
    const { person, visitor } = await withoutPassword();
    const sent = await visitor.submit(await asked(visitor), {}, ["send", "email"]);
    const { code = "", subject } = await mailTo(server, person.identifier);
    expect(subject).toBe("Your code");
    const wrong = await visitor.submit(sent, { code: code === "000000" ? "111111" : "000000" });
    expect([wrong.status, wrong.text.includes("This is not the code.")]).toEqual([400, true]);
    const cookie = visitor.cookies.get("mbid_session");
    expect(arrived(await visitor.submit(wrong, { code }))).toBe(true);
    expect(visitor.cookies.get("mbid_session")).not.toBe(cookie);
  });

  it("is a code by WhatsApp to somebody who has only a number", async () => {
    const { visitor } = await withoutPassword({
      email: null,
      emailVerifiedAt: null,
      phoneNumber: "+6281234567001",
    });
    const page = await asked(visitor);
    expect(page.text).not.toContain('value="email"');
    const sent = await visitor.submit(page, {}, ["send", "phone"]);
    const message = (await outbox(server)).find(({ to }) => to === "+6281234567001");
    expect(message?.channel).toBe("whatsapp");
    expect(arrived(await visitor.submit(sent, { code: message?.code ?? "" }))).toBe(true);
  });

  it("is a code of the app too, once", async () => {
    const { person, app, home } = await withApp(seed);
    await server.database.sql("update users set password_hash = null where id = ?", person.user.id);
    await ageSessions(seed, person.user, 3_600_000);
    const page = await home.submit(await asked(home), {}, ["send", "email"]);
    const code = await app.next();
    expect(arrived(await home.submit(page, { code }))).toBe(true);
    await ageSessions(seed, person.user, 3_600_000);
    expect((await home.post(page, { code })).status).toBe(400);
  });

  it("counts wrong codes like the second step: ten a day", async () => {
    const { person, app, home } = await withApp(seed);
    await server.database.sql("update users set password_hash = null where id = ?", person.user.id);
    await ageSessions(seed, person.user, 3_600_000);
    const page = await home.submit(await asked(home), {}, ["send", "email"]);
    for (let n = 0; n < 10; n++) expect((await home.post(page, { code: app.wrong() })).status).toBe(400);
    const refused = await home.post(page, { code: await app.next() });
    await provoked("api", "rate_limit_exceeded", "too_many_codes", refused.response);
  });

  it("is no way around a password", async () => {
    const { person, app, home } = await withApp(seed);
    await ageSessions(seed, person.user, 3_600_000);
    const page = await asked(home);
    expect(page.text).not.toContain('name="send"');
    const fields = Object.fromEntries(page.forms.find(({ fields }) => fields.has("next"))?.fields ?? []);
    const post = (change: Record<string, string>) =>
      home.request("/account/confirm", {
        method: "POST",
        body: new URLSearchParams({ ...fields, ...change }),
      });
    expect((await post({ code: await app.next(), password: "" })).status).toBe(400);
    expect((await post({ send: "email", password: "" })).headers.get("location")).toBeNull();
    expect(arrived(await asked(home))).toBe(false);
  });

  it("sends three codes in a quarter of an hour", async () => {
    const { visitor } = await withoutPassword();
    const page = await asked(visitor);
    for (let n = 0; n < 3; n++) expect((await visitor.post(page, {}, ["send", "email"])).status).toBe(303);
    const refused = await visitor.post(page, {}, ["send", "email"]);
    await provoked("api", "rate_limit_exceeded", "codes_rate_limited", refused.response);
  });
});
