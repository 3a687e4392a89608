import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { aPerson, type KnownPerson, sessionCookie, signInAs } from "../support/people.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";

let server: TestServer;
let seed: ApiSeed;
let siti: KnownPerson;
beforeAll(async () => {
  server = await startServer({ env: { RATE_LIMITS: "off" } });
  seed = await ApiSeed.open(server);
  siti = await aPerson(seed);
});
afterAll(async () => {
  await seed.storage.close();
  await server.stop();
});

const visit = () => new Visitor(server.origin);
const fields = () => ({ identifier: siti.identifier, password: siti.password });

describe("forged forms", () => {
  it("are refused without a token", async () => {
    const visitor = visit();
    await visitor.get("/login");
    for (const csrf of [{}, { csrf: "" }]) {
      const body = new URLSearchParams({ ...fields(), ...csrf });
      const page = await visitor.request("/login", { method: "POST", body });
      await provoked("api", "permission_denied", "form_token_invalid", page.response);
      expect(sessionCookie(page)).toBeUndefined();
      expect(page.text).toMatch(/<a class="button" href="\/[^"]*">/);
    }
  });

  it.each(["https://evil.example", "null", "http://localhost", "http://localhost.evil.example"])(
    "are refused from the origin %s",
    async (origin) => {
      const visitor = visit();
      const form = await visitor.get("/login");
      const body = new URLSearchParams({ ...Object.fromEntries(form.forms[0]?.fields ?? []), ...fields() });
      const page = await visitor.request("/login", { method: "POST", body, headers: { Origin: origin } });
      await provoked("api", "permission_denied", "origin_foreign", page.response);
      expect(sessionCookie(page)).toBeUndefined();
    },
  );

  it("work from our own origin", async () => {
    const visitor = visit();
    const form = await visitor.get("/login");
    const body = new URLSearchParams({ ...Object.fromEntries(form.forms[0]?.fields ?? []), ...fields() });
    const headers = { Origin: server.origin };
    expect((await visitor.request("/login", { method: "POST", body, headers })).status).toBe(303);
  });

  it("are refused as another content type, and above 32 KiB", async () => {
    const visitor = visit();
    const json = await visitor.request("/login", {
      method: "POST",
      body: JSON.stringify(fields()),
      headers: { "Content-Type": "application/json" },
    });
    await provoked("api", "validation_error", "content_type_unsupported", json.response);
    const large = await visitor.request("/login", {
      method: "POST",
      body: new URLSearchParams({ csrf: "x", password: "x".repeat(33_000) }),
    });
    await provoked("api", "validation_error", "body_too_large", large.response);
  });

  it("with another browser's token are shown again, filled in, and do nothing", async () => {
    const stranger = await visit().get("/login");
    const visitor = visit();
    const own = await visitor.get("/login?next=sessions");
    const csrf = stranger.forms[0]?.fields.get("csrf") ?? "";
    const page = await visitor.post(own, { ...fields(), csrf });
    expect(page.status).toBe(400);
    expect(sessionCookie(page)).toBeUndefined();
    expect(page.text).toContain("Please send the form once more");
    expect(page.text).not.toContain(siti.password);
    const shown = page.forms[0]?.fields;
    expect(shown?.get("identifier")).toBe(siti.identifier);
    const again = await visitor.post(page, { password: siti.password });
    expect(again.headers.get("location")).toBe("/account/sessions");
  });

  it("in a tab that was open before sign-in still work", async () => {
    const visitor = visit();
    const [first, second] = [await visitor.get("/login"), await visitor.get("/login")];
    expect((await visitor.post(first, fields())).status).toBe(303);
    expect((await visitor.post(second, fields())).status).toBe(303);
  });

  it("with repeated fields do not choose between them", async () => {
    const visitor = visit();
    const form = await visitor.get("/login");
    const body = new URLSearchParams({ ...Object.fromEntries(form.forms[0]?.fields ?? []), ...fields() });
    body.append("password", "another");
    expect((await visitor.request("/login", { method: "POST", body })).status).toBe(400);
  });
});

describe("planted cookies", () => {
  it("are worthless after sign-in: the session cookie changes each time", async () => {
    const attacker = visit();
    const mallory = await aPerson(seed);
    await signInAs(attacker, mallory);
    const planted = attacker.cookies.get("mbid_session") ?? "";
    const victim = visit();
    victim.cookies.set("mbid_session", planted);
    const page = await signInAs(victim, siti, "/login?account=new");
    expect(page.status).toBe(303);
    expect(victim.cookies.get("mbid_session")).not.toBe(planted);
    attacker.cookies.set("mbid_session", planted);
    const seen = await attacker.get("/account");
    expect(seen.url.pathname).toBe("/login");
    expect(seen.text).not.toContain(siti.identifier);
  });

  it("of other people's making sign nobody in", async () => {
    const visitor = visit();
    await signInAs(visitor, siti);
    const real = visitor.cookies.get("mbid_session") ?? "";
    const flipped = `${real.slice(0, -1)}${real.endsWith("0") ? "1" : "0"}`;
    for (const session of ["", "x", flipped, real.slice(0, 40), `${real}0`, "%00", "mbid_bs_'or'1'='1"]) {
      const other = visit();
      other.cookies.set("mbid_session", session);
      expect((await other.get("/account")).url.pathname).toBe("/login");
    }
  });

  it("change at every sign-in in the same browser", async () => {
    const visitor = visit();
    const seen = new Set<string>();
    for (let round = 0; round < 3; round++) {
      await signInAs(visitor, siti, "/login?account=new");
      seen.add(visitor.cookies.get("mbid_session") ?? "");
    }
    expect(seen.size).toBe(3);
    expect(await seed.storage.committed.sessions.listByUser(siti.user.id)).not.toHaveLength(0);
  });
});
