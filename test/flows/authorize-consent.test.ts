import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseToken } from "../../src/protocol/tokens/opaque.ts";
import type { Client } from "../../src/storage/port/clients.ts";
import type { User } from "../../src/storage/port/users.ts";
import { ApiSeed } from "../support/api-seed.ts";
import { provoked } from "../support/provoked.ts";
import { startServer } from "../support/server.ts";
import { allowed, authorizePath, type Change, signedInVisitor } from "../support/signed-in.ts";
import type { Page, Visitor } from "../support/visitor.ts";

const challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
const s256 = { code_challenge: challenge, code_challenge_method: "S256" };
const approve = ["decision", "approve"] as const;
const deny = ["decision", "deny"] as const;
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

function atConsent(page: Page): Page {
  expect([page.url.pathname, page.status]).toEqual(["/consent", 200]);
  return page;
}

/** The code of a success redirect, which carries nothing but code, state and issuer. */
function codeOf(page: Page, state: string | null = "a state"): string {
  const location = new URL(page.headers.get("location") ?? `missing:${page.text}`);
  expect([...location.searchParams.keys()]).toEqual(["code", ...(state === null ? [] : ["state"]), "iss"]);
  expect(location.searchParams.get("state")).toBe(state);
  expect(location.searchParams.get("iss")).toBe(seed.server.origin);
  expect(page.headers.get("cache-control")).toBe("no-store");
  const code = location.searchParams.get("code") ?? "";
  expect(code).toMatch(/^[A-Za-z0-9_-]+$/);
  return code;
}

async function storedCode(code: string) {
  const proof = parseToken("authorizationCode", code);
  const found = await seed.storage.committed.authorizations.findCode(proof?.id ?? "");
  expect(found?.hash).toBe(proof?.hash);
  return found;
}

async function freshPerson(change: Partial<User> = {}): Promise<{ person: User; browser: Visitor }> {
  const person = await seed.user(change);
  return { person, browser: await signedInVisitor(seed, [person]) };
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
    const indonesian = await freshPerson({ locale: "id" });
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
    const { person, browser } = await freshPerson();
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
    const { browser } = await freshPerson();
    await browser.submit(await browser.get(authorizePath(client)), {}, approve);
    const again = await browser.request(authorizePath(client, { state: "" }));
    expect(again.status).toBe(302);
    codeOf(again, null);
    codeOf(await browser.request(authorizePath(client, { prompt: "none" })));
    atConsent(await browser.get(authorizePath(client, { scope: "view-user edit-user" })));
    atConsent(await browser.get(authorizePath(client, { prompt: "consent" })));
  });

  it("adds to what was allowed before", async () => {
    const { person, browser } = await freshPerson();
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
    const { person, browser } = await freshPerson();
    const native = await seed.client({ confidential: false, redirectUris: ["http://127.0.0.1/cb"] });
    await allowed(seed, person, native);
    const at = { redirect_uri: "http://127.0.0.1:61234/cb", ...s256 };
    const page = atConsent(await browser.get(authorizePath(native, at)));
    const answer = await browser.submit(page, {}, approve);
    expect(answer.headers.get("location")).toMatch(/^http:\/\/127\.0\.0\.1:61234\/cb\?code=/);
    expect((await storedCode(codeOf(answer)))?.redirectUri).toBe(at.redirect_uri);
  });

  it("gives the scope detail-user though nobody approved the application for it", async () => {
    const { browser } = await freshPerson();
    const page = await browser.get(authorizePath(client, { scope: "detail-user" }));
    const code = codeOf(await browser.submit(page, {}, approve));
    expect((await storedCode(code))?.scopes).toEqual(["detail-user"]);
  });

  it("gives the scope admin to admins only", async () => {
    const console = await seed.client({ scopes: ["view-user", "admin"] });
    for (const role of ["admin", "user"] as const) {
      const { browser } = await freshPerson({ role });
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
    const { person, browser } = await freshPerson();
    const page = atConsent(await browser.get(authorizePath(console, { scope: "view-user admin" })));
    await seed.storage.write(({ users }) => users.setRole(person.id, "admin"));
    const again = await browser.submit(page, {}, approve);
    expect(again.status).toBe(200);
    expect(again.text).toContain("administrator");
  });

  it("pressed fifty times at once gives exactly one code", async () => {
    const { browser } = await freshPerson();
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
    const { person, browser } = await freshPerson();
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

describe("what the form must prove", () => {
  const tampered: readonly [string, Change][] = [
    ["another account", { account: "1" }],
    ["more scopes", { scope: "view-user edit-user" }],
    ["no account", { account: "" }],
    ["a made up signature", { shown: "x" }],
  ];
  it.each(tampered)("%s: the page is shown again, nothing is stored", async (_name, change) => {
    const { person, browser } = await freshPerson();
    const page = atConsent(await browser.get(authorizePath(client)));
    const again = await browser.submit(page, change, approve);
    expect([again.status, again.headers.get("location")]).toEqual([200, null]);
    expect(await seed.storage.committed.consents.find(person.id, client.id)).toBeUndefined();
    codeOf(await browser.submit(again, {}, approve));
  });

  it("what was shown for one request is nothing for another", async () => {
    const { browser } = await freshPerson();
    const small = atConsent(await browser.get(authorizePath(client)));
    const big = atConsent(await browser.get(authorizePath(client, { scope: "view-user edit-user" })));
    const shown = Object.fromEntries(small.forms.at(-1)?.fields ?? []);
    const again = await browser.submit(big, shown, approve);
    expect([again.status, again.headers.get("location")]).toEqual([200, null]);
  });

  it("no decision is none", async () => {
    const { browser } = await freshPerson();
    const page = atConsent(await browser.get(authorizePath(client)));
    expect((await browser.submit(page)).status).toBe(200);
    expect((await browser.submit(page, { account: user.email ?? "" })).status).toBe(200);
  });

  it("a page of a foreign origin, or one without our token, is refused", async () => {
    const { person, browser } = await freshPerson();
    const page = atConsent(await browser.get(authorizePath(client)));
    const fields = new URLSearchParams({
      ...Object.fromEntries(page.forms.at(-1)?.fields ?? []),
      decision: "approve",
    });
    const foreign = await browser.request(page.url, {
      method: "POST",
      body: fields,
      headers: { Origin: "https://evil.example" },
    });
    await provoked("api", "permission_denied", "origin_foreign", foreign.response);
    fields.delete("csrf");
    const bare = await browser.request(page.url, { method: "POST", body: fields });
    await provoked("api", "permission_denied", "form_token_invalid", bare.response);
    expect(await seed.storage.committed.consents.find(person.id, client.id)).toBeUndefined();
  });

  it("a stale token shows the page again", async () => {
    const { browser } = await freshPerson();
    const page = atConsent(await browser.get(authorizePath(client)));
    const again = await browser.submit(page, { csrf: "x" }, approve);
    expect(again.status).toBe(200);
    codeOf(await browser.submit(again, {}, approve));
  });
});
