import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseToken } from "../../src/protocol/tokens/opaque.ts";
import type { Client } from "../../src/storage/port/clients.ts";
import type { User } from "../../src/storage/port/users.ts";
import { ApiSeed } from "../support/api-seed.ts";
import { approve, atConsent, codeOf, deny, freshPerson } from "../support/consent.ts";
import { provoked } from "../support/provoked.ts";
import { startServer } from "../support/server.ts";
import { allowed, authorizePath, signedInVisitor } from "../support/signed-in.ts";
import type { Visitor } from "../support/visitor.ts";

const challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
const s256 = { code_challenge: challenge, code_challenge_method: "S256" };
let seed: ApiSeed;
let client: Client;
let user: User;
let visitor: Visitor;
beforeAll(async () => {
  seed = await ApiSeed.open(await startServer({ env: { RATE_LIMITS: "off" } }));
  client = await seed.client({ scopes: ["view-user", "detail-user", "edit-user"] });
  user = await seed.user({ name: "Siti Aminah", email: "siti@example.com" });
  visitor = await signedInVisitor(seed, [user]);
});
afterAll(async () => {
  await seed.storage.close();
  await seed.server.stop();
});

async function storedCode(code: string) {
  const proof = parseToken("authorizationCode", code);
  const found = await seed.storage.committed.authorizations.findCode(proof?.id ?? "");
  expect(found?.hash).toBe(proof?.hash);
  return found;
}

describe("the consent page", () => {
  it("names the application, the account, and in words what will be seen", async () => {
    const page = atConsent(await visitor.get(authorizePath(client, { scope: "view-user detail-user" })));
    expect(page.text).toContain("Kajian Harian");
    expect(page.text).toContain("siti@example.com");
    expect(page.text).toContain("See your name, e-mail address");
    expect(page.text).toContain("phone number");
    expect(page.text).toContain("app.example.com");
    expect(page.text).not.toContain("Not verified");
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.headers.get("content-security-policy")).toContain("form-action 'self' https:;");
  });

  it("says when nobody verified the application, and where it leads", async () => {
    const unverified = await seed.client({ verified: false, redirectUris: ["https://shady.example/cb"] });
    const page = atConsent(await visitor.get(authorizePath(unverified)));
    expect(page.text).toContain("Not verified");
    expect(page.text).toContain("shady.example");
  });

  it("follows the application's language, then the account's", async () => {
    const indonesian = await freshPerson(seed, { locale: "id" });
    const page = atConsent(await indonesian.browser.get(authorizePath(client)));
    expect(page.text).toContain("Izinkan");
    const english = atConsent(await indonesian.browser.get(authorizePath(client, { ui_locales: "en" })));
    expect(english.text).toContain("Do not allow");
  });

  it("lets a form end at a private scheme", async () => {
    const redirectUris = ["com.example.app:/callback"];
    const native = await seed.client({ confidential: false, redirectUris });
    const page = atConsent(await visitor.get(authorizePath(native, s256)));
    expect(page.headers.get("content-security-policy")).toContain(
      "form-action 'self' https: com.example.app:;",
    );
  });
});

describe("a yes", () => {
  it("gives a code bound to client, redirect URI, challenge, person and scopes", async () => {
    const { person, browser } = await freshPerson(seed);
    const before = Date.now();
    const page = await browser.get(authorizePath(client, { scope: "view-user detail-user", ...s256 }));
    const answer = await browser.submit(atConsent(page), {}, approve);
    expect(answer.status).toBe(303);
    const stored = await storedCode(codeOf(answer));
    expect(stored).toMatchObject({
      clientId: client.id,
      userId: person.id,
      redirectUri: "https://app.example.com/callback",
      codeChallenge: challenge,
      scopes: ["view-user", "detail-user"],
      redeemedAt: null,
    });
    const lifetime = (stored?.expiresAt ?? 0) - before;
    expect(lifetime).toBeGreaterThanOrEqual(600_000);
    expect(lifetime).toBeLessThan(610_000);
  });

  it("is remembered: the next time there is no question, and the answer is a 302", async () => {
    const { browser } = await freshPerson(seed);
    await browser.submit(await browser.get(authorizePath(client)), {}, approve);
    const again = await browser.request(authorizePath(client, { state: "" }));
    expect(again.status).toBe(302);
    codeOf(again, null);
    codeOf(await browser.request(authorizePath(client, { prompt: "none" })));
    atConsent(await browser.get(authorizePath(client, { scope: "view-user edit-user" })));
    atConsent(await browser.get(authorizePath(client, { prompt: "consent" })));
  });

  it("adds to what was allowed before", async () => {
    const { person, browser } = await freshPerson(seed);
    await allowed(seed, person, client, ["detail-user"]);
    await browser.submit(await browser.get(authorizePath(client, { scope: "edit-user" })), {}, approve);
    const consent = await seed.storage.committed.consents.find(person.id, client.id);
    expect([...(consent?.scopes ?? [])].sort((a, b) => a.localeCompare(b))).toEqual([
      "detail-user",
      "edit-user",
    ]);
    const code = codeOf(await browser.request(authorizePath(client, { scope: "edit-user" })));
    expect((await storedCode(code))?.scopes).toEqual(["edit-user"]);
  });

  it("to a native application is asked for every time", async () => {
    const { person, browser } = await freshPerson(seed);
    const native = await seed.client({ confidential: false, redirectUris: ["http://127.0.0.1/cb"] });
    await allowed(seed, person, native);
    const at = { redirect_uri: "http://127.0.0.1:61234/cb", ...s256 };
    const page = atConsent(await browser.get(authorizePath(native, at)));
    const answer = await browser.submit(page, {}, approve);
    expect(answer.headers.get("location")).toMatch(/^http:\/\/127\.0\.0\.1:61234\/cb\?code=/);
    expect((await storedCode(codeOf(answer)))?.redirectUri).toBe(at.redirect_uri);
  });

  it("gives the scope detail-user though nobody approved the application for it", async () => {
    const { browser } = await freshPerson(seed);
    const page = await browser.get(authorizePath(client, { scope: "detail-user" }));
    const code = codeOf(await browser.submit(page, {}, approve));
    expect((await storedCode(code))?.scopes).toEqual(["detail-user"]);
  });

  it("gives the scope admin to admins only", async () => {
    const console = await seed.client({ scopes: ["view-user", "admin"] });
    for (const role of ["admin", "user"] as const) {
      const { browser } = await freshPerson(seed, { role });
      const page = atConsent(await browser.get(authorizePath(console, { scope: "view-user admin" })));
      expect(page.text.includes("administrator")).toBe(role === "admin");
      const code = codeOf(await browser.submit(page, {}, approve));
      expect((await storedCode(code))?.scopes).toEqual(
        role === "admin" ? ["view-user", "admin"] : ["view-user"],
      );
    }
  });

  it("counts for what the page showed: a role won meanwhile shows it again", async () => {
    const console = await seed.client({ scopes: ["view-user", "admin"] });
    const { person, browser } = await freshPerson(seed);
    const page = atConsent(await browser.get(authorizePath(console, { scope: "view-user admin" })));
    await seed.storage.write(({ users }) => users.setRole(person.id, "admin"));
    const again = await browser.submit(page, {}, approve);
    expect(again.status).toBe(200);
    expect(again.text).toContain("administrator");
  });

  it("pressed fifty times at once gives exactly one code", async () => {
    const { browser } = await freshPerson(seed);
    const page = atConsent(await browser.get(authorizePath(client)));
    const answers = await Promise.all(Array.from({ length: 50 }, () => browser.post(page, {}, approve)));
    const codes = answers.filter((answer) => answer.headers.get("location")?.includes("code="));
    expect(codes).toHaveLength(1);
    const late = answers.find((answer) => answer.status !== 303);
    if (!late) throw new Error("Every answer was a redirect");
    const { html } = await provoked("oauth", "access_denied", "interaction_finished", late.response);
    expect(html).toContain('href="/oauth/authorize?response_type=code&amp;client_id=');
  });
});

describe("a no", () => {
  it("is told exactly so, stores nothing, and ends the request", async () => {
    const { person, browser } = await freshPerson(seed);
    const page = atConsent(await browser.get(authorizePath(client)));
    const answer = await browser.submit(page, {}, deny);
    expect(answer.status).toBe(303);
    await provoked("oauth", "access_denied", "user_denied", answer.response);
    expect(answer.headers.get("location")).toMatch(
      /^https:\/\/app\.example\.com\/callback\?error=access_denied&error_description=The\+user\+denied\+access\+to\+your\+application\.&error_uri=/,
    );
    expect(await seed.storage.committed.consents.find(person.id, client.id)).toBeUndefined();
    const late = await browser.submit(page, {}, approve);
    expect(late.headers.get("location")).toBeNull();
    await provoked("oauth", "access_denied", "interaction_finished", late.response);
  });
});
