import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { passwords } from "../../src/identity/password.ts";
import type { Client } from "../../src/storage/port/clients.ts";
import type { User } from "../../src/storage/port/users.ts";
import { ApiSeed } from "../support/api-seed.ts";
import { startServer } from "../support/server.ts";
import { allowed, authorizePath, signedInVisitor } from "../support/signed-in.ts";
import { type Page, Visitor } from "../support/visitor.ts";

const approve = ["decision", "approve"] as const;
const password = "kopi-susu-gula-aren";
let seed: ApiSeed;
let client: Client;
let passwordHash: string;
beforeAll(async () => {
  seed = await ApiSeed.open(await startServer({ env: { RATE_LIMITS: "off" } }));
  client = await seed.client({ scopes: ["view-user", "detail-user"] });
  passwordHash = await passwords({ concurrency: 1, queueLimit: 1, entropy: randomBytes }).hash(password);
});
afterAll(async () => {
  await seed.storage.close();
  await seed.server.stop();
});

function person(name: string, change: Partial<User> = {}): Promise<User> {
  return seed.user({ name, passwordHash, ...change });
}

function at(page: Page, path: string): Page {
  expect([page.url.pathname, page.status]).toEqual([path, 200]);
  return page;
}

function signIn(visitor: Visitor, page: Page, user: User): Promise<Page> {
  return visitor.submit(at(page, "/login"), { identifier: user.email ?? "", password });
}

function choose(visitor: Visitor, page: Page, user: User | "new"): Promise<Page> {
  const value = user === "new" ? "new" : String(user.id);
  return visitor.submit(at(page, "/accounts"), {}, ["account", value]);
}

/** Whose code came back. */
async function codeOwner(page: Page): Promise<number | undefined> {
  const code = new URL(page.headers.get("location") ?? `missing:${page.text}`).searchParams.get("code") ?? "";
  const found = await seed.storage.committed.authorizations.findCode(code.slice(8, 34));
  return found?.userId;
}

describe("signing in for an application", () => {
  it("leads from the sign-in page to consent and back, by forms alone", async () => {
    const siti = await person("Siti");
    const visitor = new Visitor(seed.server.origin);
    const login = at(
      await visitor.get(authorizePath(client, { login_hint: "somebody@example.com" })),
      "/login",
    );
    expect(login.text).toContain('value="somebody@example.com"');
    expect(login.text).toContain("Kajian Harian");
    const consent = at(await signIn(visitor, login, siti), "/consent");
    expect(consent.text).toContain(siti.email);
    const answer = await visitor.submit(consent, {}, approve);
    expect(await codeOwner(answer)).toBe(siti.id);
  });

  it("answers the form of the sign-in page with 303 straight to the application when nothing is left to ask", async () => {
    const siti = await person("Siti");
    await allowed(seed, siti, client);
    const visitor = new Visitor(seed.server.origin);
    const login = at(await visitor.get(authorizePath(client)), "/login");
    expect(login.headers.get("content-security-policy")).toContain("form-action 'self' https:;");
    const answer = await signIn(visitor, login, siti);
    expect(answer.status).toBe(303);
    expect(await codeOwner(answer)).toBe(siti.id);
  });

  it("changes the session cookie, so that one set by somebody else is worth nothing", async () => {
    const siti = await person("Siti");
    const visitor = await signedInVisitor(seed, [await person("Budi")]);
    const planted = visitor.cookies.get("mbid_session") ?? "";
    await signIn(visitor, await visitor.get(authorizePath(client, { prompt: "login" })), siti);
    expect(visitor.cookies.get("mbid_session")).not.toBe(planted);
    const attacker = new Visitor(seed.server.origin);
    attacker.cookies.set("mbid_session", planted);
    at(await attacker.get(authorizePath(client)), "/login");
  });

  it.each([{ prompt: "login" }, { max_age: "0" }, { max_age: "60" }])(
    "%j asks once, and does not ask again after that",
    async (change) => {
      const siti = await person("Siti");
      await allowed(seed, siti, client);
      const visitor = await signedInVisitor(seed, [siti]);
      const login = at(await visitor.get(authorizePath(client, change)), "/login");
      expect(await codeOwner(await signIn(visitor, login, siti))).toBe(siti.id);
    },
  );

  it("max_age that is not reached asks nothing", async () => {
    const siti = await person("Siti");
    await allowed(seed, siti, client);
    const visitor = await signedInVisitor(seed, [siti]);
    expect(await codeOwner(await visitor.get(authorizePath(client, { max_age: "7200" })))).toBe(siti.id);
  });

  it("a session of a while ago that is chosen under prompt=login has to sign in again", async () => {
    const siti = await person("Siti");
    const visitor = await signedInVisitor(seed, [siti]);
    const chooser = await visitor.get(authorizePath(client, { prompt: "login select_account" }));
    at(await choose(visitor, chooser, siti), "/login");
  });
});

describe("several accounts in one browser", () => {
  it("are offered as buttons with the person's id, and one for another account", async () => {
    const [siti, budi] = [await person("Siti"), await person("Budi")];
    const visitor = await signedInVisitor(seed, [siti, budi]);
    const page = at(await visitor.get(authorizePath(client)), "/accounts");
    expect(page.forms[0]?.buttons).toEqual([
      ["account", String(siti.id)],
      ["account", String(budi.id)],
      ["account", "new"],
    ]);
    const consent = at(await choose(visitor, page, budi), "/consent");
    expect(consent.text).toContain(budi.email);
    expect(consent.text).not.toContain(siti.email);
    expect(await codeOwner(await visitor.submit(consent, {}, approve))).toBe(budi.id);
  });

  it("skip_account_chooser takes the current one once it has authorised the application", async () => {
    const [siti, budi] = [await person("Siti"), await person("Budi")];
    const visitor = await signedInVisitor(seed, [siti, budi]);
    const path = authorizePath(client, { skip_account_chooser: "true" });
    at(await visitor.get(path), "/accounts");
    await allowed(seed, siti, client);
    expect(await codeOwner(await visitor.get(path))).toBe(siti.id);
    at(await visitor.get(authorizePath(client)), "/accounts");
    at(await visitor.get(`${path}&prompt=select_account`), "/accounts");
  });

  it("the chosen one is the current one afterwards", async () => {
    const [siti, budi] = [await person("Siti"), await person("Budi")];
    for (const user of [siti, budi]) await allowed(seed, user, client);
    const visitor = await signedInVisitor(seed, [siti, budi]);
    const answer = await choose(visitor, await visitor.get(authorizePath(client)), budi);
    expect(await codeOwner(answer)).toBe(budi.id);
    const path = authorizePath(client, { skip_account_chooser: "true" });
    expect(await codeOwner(await visitor.get(path))).toBe(budi.id);
  });

  it("a new one is added and used for this request", async () => {
    const [siti, budi] = [await person("Siti"), await person("Budi")];
    const visitor = await signedInVisitor(seed, [siti]);
    const chooser = await visitor.get(authorizePath(client, { prompt: "select_account" }));
    const login = await choose(visitor, chooser, "new");
    const consent = at(await signIn(visitor, login, budi), "/consent");
    expect(consent.text).toContain(budi.email);
    at(await visitor.get(authorizePath(client)), "/accounts");
  });

  it.each(["0", "999999", "new ", "", "' or 1=1 --"])(
    "an account that is not signed in here (%j) is none",
    async (value) => {
      const [siti, budi] = [await person("Siti"), await person("Budi")];
      const visitor = await signedInVisitor(seed, [siti, budi]);
      const page = at(await visitor.get(authorizePath(client)), "/accounts");
      const csrf = page.forms[0]?.fields.get("csrf") ?? "";
      const body = new URLSearchParams({ csrf, account: value });
      at(await visitor.follow(await visitor.request(page.url, { method: "POST", body })), "/accounts");
    },
  );

  it("a person signed in elsewhere cannot be chosen here", async () => {
    const [siti, budi, rina] = [await person("Siti"), await person("Budi"), await person("Rina")];
    await signedInVisitor(seed, [rina]);
    const visitor = await signedInVisitor(seed, [siti, budi]);
    const page = at(await visitor.get(authorizePath(client)), "/accounts");
    const csrf = page.forms[0]?.fields.get("csrf") ?? "";
    const body = new URLSearchParams({ csrf, account: String(rina.id) });
    at(await visitor.follow(await visitor.request(page.url, { method: "POST", body })), "/accounts");
  });

  it("a stale form of the chooser is shown again", async () => {
    const visitor = await signedInVisitor(seed, [await person("Siti"), await person("Budi")]);
    const page = at(await visitor.get(authorizePath(client)), "/accounts");
    const [, value = ""] = page.forms[0]?.buttons[1] ?? [];
    at(await visitor.submit(page, { csrf: "stale" }, ["account", value]), "/accounts");
  });
});

describe("consent is given for the account it was shown for", () => {
  it("switching the account from the consent page asks for the other one", async () => {
    const [siti, budi] = [await person("Siti"), await person("Budi")];
    const visitor = await signedInVisitor(seed, [siti, budi]);
    const shownForSiti = await choose(visitor, await visitor.get(authorizePath(client)), siti);
    const href = /href="(\/accounts\?interaction=[0-9a-z]+)"/.exec(shownForSiti.text)?.[1] ?? "";
    at(await choose(visitor, await visitor.get(href), budi), "/consent");
    const again = at(await visitor.submit(shownForSiti, {}, approve), "/consent");
    expect(again.text).toContain("The account was changed");
    expect(again.text).toContain(budi.email);
    expect(await seed.storage.committed.consents.find(siti.id, client.id)).toBeUndefined();
    expect(await seed.storage.committed.consents.find(budi.id, client.id)).toBeUndefined();
    expect(await codeOwner(await visitor.submit(again, {}, approve))).toBe(budi.id);
  });

  it("a yes for one never answers for another that had allowed it before", async () => {
    const [siti, budi] = [await person("Siti"), await person("Budi")];
    const visitor = await signedInVisitor(seed, [siti, budi]);
    const shownForSiti = await choose(visitor, await visitor.get(authorizePath(client)), siti);
    const href = /href="(\/accounts\?interaction=[0-9a-z]+)"/.exec(shownForSiti.text)?.[1] ?? "";
    at(await choose(visitor, await visitor.get(href), budi), "/consent");
    await allowed(seed, budi, client);
    const again = at(await visitor.submit(shownForSiti, {}, approve), "/consent");
    expect(again.text).toContain(budi.email);
  });

  it("a second tab that signs in to another account leaves the first tab's request alone", async () => {
    const [siti, budi] = [await person("Siti"), await person("Budi")];
    const visitor = await signedInVisitor(seed, [siti]);
    const firstTab = at(await visitor.get(authorizePath(client, { state: "first" })), "/consent");
    const secondTab = await visitor.get(authorizePath(client, { state: "second", prompt: "login" }));
    const shownForBudi = at(await signIn(visitor, secondTab, budi), "/consent");
    const first = await visitor.submit(firstTab, {}, approve);
    expect(new URL(first.headers.get("location") ?? "").searchParams.get("state")).toBe("first");
    expect(await codeOwner(first)).toBe(siti.id);
    const second = await visitor.submit(shownForBudi, {}, approve);
    expect(new URL(second.headers.get("location") ?? "").searchParams.get("state")).toBe("second");
    expect(await codeOwner(second)).toBe(budi.id);
  });

  it("signing in to the same account again in a second tab does not upset the first", async () => {
    const [siti, budi] = [await person("Siti"), await person("Budi")];
    const visitor = await signedInVisitor(seed, [siti, budi]);
    const consent = await choose(visitor, await visitor.get(authorizePath(client)), siti);
    await signIn(visitor, await visitor.get(authorizePath(client, { prompt: "login" })), siti);
    expect(await codeOwner(await visitor.submit(consent, {}, approve))).toBe(siti.id);
  });

  it("signing out meanwhile leads to sign-in, and on from there", async () => {
    const siti = await person("Siti");
    const visitor = await signedInVisitor(seed, [siti]);
    const consent = at(await visitor.get(authorizePath(client)), "/consent");
    await seed.storage.write(({ sessions }) => sessions.endAll(siti.id));
    const login = at(await visitor.submit(consent, {}, approve), "/login");
    const again = at(await signIn(visitor, login, siti), "/consent");
    expect(await codeOwner(await visitor.submit(again, {}, approve))).toBe(siti.id);
  });
});
