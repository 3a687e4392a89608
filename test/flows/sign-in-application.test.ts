import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { aPerson, signInAs } from "../support/people.ts";
import { provoked } from "../support/provoked.ts";
import { startServer } from "../support/server.ts";
import { authorizePath } from "../support/signed-in.ts";
import { Visitor } from "../support/visitor.ts";

let seed: ApiSeed;
beforeAll(async () => {
  seed = await ApiSeed.open(await startServer({ env: { RATE_LIMITS: "off" } }));
});
afterAll(async () => {
  await seed.storage.close();
  await seed.server.stop();
});

const visit = () => new Visitor(seed.server.origin);

describe("the sign-in page of an application", () => {
  it("names a verified application, and calls any other by where it leads", async () => {
    const verified = await seed.client({ name: "Kajian Harian" });
    expect((await visit().get(authorizePath(verified))).text).toContain("to continue to Kajian Harian");
    const unverified = await seed.client({ name: "Bank Indonesia", verified: false });
    const page = await visit().get(authorizePath(unverified));
    expect(page.text).toContain("to continue to app.example.com");
    expect(page.text).not.toContain("Bank Indonesia");
  });

  it("is in the language that the application asks for, and fills in its hint, escaped", async () => {
    const client = await seed.client();
    const hint = '"><script>alert(1)</script>';
    const page = await visit().get(authorizePath(client, { ui_locales: "id", login_hint: hint }));
    expect(page.headers.get("content-language")).toBe("id");
    expect(page.forms[0]?.fields.get("identifier")).toBe(hint);
    expect(page.text).not.toContain("<script>");
  });

  it("keeps the request through wrong passwords, another language and a stale form", async () => {
    const person = await aPerson(seed);
    const client = await seed.client();
    const visitor = visit();
    const { identifier, password } = person;
    let page = await visitor.get(authorizePath(client));
    page = await visitor.post(page, { identifier, password: "wrong" });
    expect(page.text).toContain("to continue to Kajian Harian");
    const link = /href="([^"]*ui_locales=id[^"]*)"/.exec(page.text)?.[1]?.replaceAll("&amp;", "&") ?? "";
    page = await visitor.get(link);
    page = await visitor.post(page, { identifier, password, csrf: "stale" });
    expect(page.status).toBe(400);
    page = await visitor.submit(page, { password });
    expect(page.url.pathname).toBe("/consent");
  });

  it("is nobody else's: a link to it signs no other browser in to it", async () => {
    const client = await seed.client();
    const attacker = visit();
    const theirs = await attacker.get(authorizePath(client));
    const victim = visit();
    const page = await victim.get(theirs.url);
    await provoked("oauth", "access_denied", "interaction_foreign", page.response);
    const person = await aPerson(seed);
    const own = await victim.get("/login");
    const body = new URLSearchParams({
      ...Object.fromEntries(own.forms[0]?.fields ?? []),
      identifier: person.identifier,
      password: person.password,
    });
    const posted = await victim.request(theirs.url, { method: "POST", body });
    expect(posted.status).toBe(400);
    expect(victim.cookies.has("mbid_session")).toBe(false);
  });

  it.each(["0", "x".repeat(26), "../../etc/passwd", "'--"])(
    "says so when there is no request %j",
    async (id) => {
      const page = await visit().get(`/login?interaction=${encodeURIComponent(id)}`);
      await provoked("oauth", "access_denied", "interaction_expired", page.response);
    },
  );
});

describe("maintenance", () => {
  it("lets admins sign in, and tells everybody else when to come back", async () => {
    const admin = await aPerson(seed, { role: "admin" });
    const person = await aPerson(seed);
    const state = JSON.stringify({ retryAfter: 77, message: null });
    await seed.storage.write(({ settings }) => settings.put("maintenance", state));
    await new Promise((resolve) => setTimeout(resolve, 600));
    const refused = await signInAs(visit(), person);
    await provoked("api", "service_unavailable", "maintenance", refused.response);
    expect(refused.headers.get("retry-after")).toBe("77");
    expect((await signInAs(visit(), admin)).status).toBe(303);
    const wrong = await signInAs(visit(), { identifier: admin.identifier, password: "wrong" });
    expect(wrong.status).toBe(400);
    await seed.storage.write(({ settings }) => settings.delete("maintenance"));
  });
});
