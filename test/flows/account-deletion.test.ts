import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Storage } from "../../src/storage/port/storage.ts";
import { movedTables } from "../../src/storage/sql/transfer/tables.ts";
import { removeApplications } from "../../src/web/remove-applications.ts";
import { Application } from "../support/application.ts";
import { mailsTo } from "../support/outbox.ts";
import { ageSessions, aPerson, signInAs } from "../support/people.ts";
import { Portal, registerApplication } from "../support/portal.ts";
import { provoked } from "../support/provoked.ts";
import { allowed, signedInVisitor } from "../support/signed-in.ts";
import { Visitor } from "../support/visitor.ts";
import { codeTo, messagesTo, signedInByNumber } from "../support/whatsapp.ts";

const path = "/account/delete";

let portal: Portal;
beforeAll(async () => {
  portal = await Portal.open();
});
afterAll(() => portal.close());

const stored = ({ id }: { id: number }) => portal.seed.storage.committed.users.find(id);
const ticked = { understood: "yes" };

async function storyOf(userId: number) {
  const target = { kind: "user", id: String(userId) } as const;
  return portal.seed.storage.committed.audit.list({ target }, 10);
}

describe("an account is deleted by whose it is", () => {
  it("with everything: sign-ins everywhere, tokens, consents, picture; the log keeps a number, a mail tells", async () => {
    const person = await aPerson(portal.seed, { emailVerifiedAt: 1 });
    const { user } = person;
    const [desk, phone] = [new Visitor(portal.server.origin), new Visitor(portal.server.origin)];
    await signInAs(phone, person);
    await signInAs(desk, person);
    const application = await Application.register(portal.server, { scopes: ["view-user"] });
    const tokens = await application.signIn(desk, person);
    const page = await desk.get(path);
    const done = await desk.submit(page, ticked);
    expect([done.url.pathname, done.status]).toEqual(["/", 200]);
    expect(done.text).toContain("Your account is deleted.");
    expect(desk.cookies.has("mbid_session")).toBe(false);
    expect(await stored(user)).toBeUndefined();
    for (const browser of [desk, phone]) expect((await browser.get("/account")).url.pathname).toBe("/login");
    expect((await application.api("/api/user", tokens.access_token)).status).toBe(401);
    const refreshed = await application.refresh(tokens.refresh_token ?? "");
    expect([refreshed.status, ((await refreshed.json()) as { error: string }).error]).toEqual([
      400,
      "invalid_grant",
    ]);
    const again = await signInAs(new Visitor(portal.server.origin), person);
    expect(again.text).toContain('role="alert"');
    const [mail] = await mailsTo(portal.server, person.identifier);
    expect(mail?.subject).toBe("Your account was deleted");
    expect(mail?.text).toContain("no-reply@localhost");
    expect(mail?.text).not.toContain("/forgot");
    expect(await storyOf(user.id)).toMatchObject([
      { action: "user.deleted", actorId: user.id, via: "page", details: {} },
    ]);
  });

  it("leaves nothing that tells of the person but what is said to stay", async () => {
    const canary = `kanari${Date.now()}`;
    const change = { name: canary, bio: canary, address: canary, username: canary, placeOfBirth: canary };
    const { user, browser } = await portal.somebody("user", 0, change);
    const client = await portal.seed.client();
    await allowed(portal.seed, user, client);
    await portal.seed.storage.write(async ({ passkeys, factors, trustedDevices, pictures }) => {
      await factors.put(user.id, { kind: "email", sealed: null, createdAt: 1 });
      await factors.replaceRecoveryCodes(user.id, [canary]);
      await trustedDevices.trust(user.id, canary, Date.now() + 1e6);
      const passkey = { id: canary, userId: user.id, publicKey: canary, counter: 0, transports: [] };
      await passkeys.add({ ...passkey, name: canary, createdAt: 1, lastUsedAt: null });
      const bytes = Buffer.from(canary);
      await pictures.put({ kind: "user", id: user.id }, { name: canary, type: "x", bytes, createdAt: 1 });
    });
    await browser.submit(await browser.get(path), ticked);
    const found: string[] = [];
    for (const { name: table } of movedTables) {
      const rows = await portal.server.database.sql(`select * from ${table}`);
      const text = JSON.stringify(rows);
      if (text.includes(canary) || rows.some((row) => Number(row["user_id"]) === user.id)) found.push(table);
    }
    expect(found).toEqual([]);
  });

  it("with the applications they registered, which the page names", async () => {
    const { user, browser } = await portal.somebody();
    const { id } = await registerApplication(browser, { name: "Toko Kanari" });
    const member = await portal.seed.token({ client: await portal.find(id) });
    const page = await browser.get(path);
    expect(page.text).toContain("<li>Toko Kanari</li>");
    await browser.submit(page, ticked);
    expect(await portal.seed.storage.committed.clients.find(id)).toBeUndefined();
    expect((await portal.seed.call("/api/user", member.token)).status).toBe(401);
    expect((await portal.story(id)).at(-1)).toMatchObject({
      action: "client.deleted",
      actorId: user.id,
      details: { name: "Toko Kanari" },
    });
    expect(await stored(member.user ?? { id: 0 })).toBeDefined();
  });

  it("with applications in units of a few rows, however many tokens they have", async () => {
    const { user } = await portal.somebody();
    const mine = await portal.seed.client({ ownerId: user.id });
    const given = await portal.seed.client();
    const { storage } = portal.seed;
    await storage.write(async ({ authorizations }) => {
      for (let n = 0; n < 1_100; n++) {
        const facts = { clientId: mine.id, authorizationId: null, userId: null, scopes: ["view-user"] };
        const times = { issuedAt: 1, expiresAt: Date.now() + 3_600_000, revokedAt: null };
        await authorizations.addAccessToken({ id: `${mine.id} ${n}`, hash: `h${n}`, ...facts, ...times });
      }
    });
    const units: number[] = [];
    const left = async () => {
      const rows = "select count(*) as tokens from access_tokens where client_id = ?";
      return Number((await portal.server.database.sql(rows, mine.id))[0]?.["tokens"]);
    };
    const watched: Storage = {
      committed: storage.committed,
      purge: (now, limit) => storage.purge(now, limit),
      check: () => storage.check(),
      close: () => storage.close(),
      async write(unit) {
        const before = await left();
        const result = await storage.write(unit);
        units.push(before - (await left()));
        return result;
      },
    };
    const told: string[] = [];
    const disabled = { status: "disabled" } as const;
    await removeApplications(watched, user.id, { disabled, gone: async (_, { id }) => void told.push(id) });
    expect(units.reduce((sum, unit) => sum + unit)).toBe(1_100);
    expect(Math.max(...units)).toBeLessThanOrEqual(500);
    expect(told).toEqual([mine.id]);
    expect(await storage.committed.clients.find(mine.id)).toBeUndefined();
    expect(await storage.committed.clients.find(given.id)).toBeDefined();
  });

  it("who has only a number, after a code by WhatsApp, and is told there", async () => {
    const { visitor, user, number } = await signedInByNumber(portal.seed);
    await ageSessions(portal.seed, user, 6 * 60_000);
    const asked = await visitor.get(path);
    expect(asked.url.search).toBe("?next=delete_account");
    const waiting = await visitor.submit(asked, {}, ["send", "phone"]);
    const page = await visitor.submit(waiting, { code: await codeTo(portal.server, number) });
    expect(page.url.pathname).toBe(path);
    await visitor.submit(page, ticked);
    expect(await stored(user)).toBeUndefined();
    const [told] = await messagesTo(portal.server, number);
    expect(told?.text).toMatch(/^Mubarokah ID: your account was deleted .+ write to us: \S+$/);
  });

  it("and the other accounts of the browser stay signed in", async () => {
    const [one, other] = [await portal.seed.user(), await portal.seed.user({ name: "Budi" })];
    const visitor = await signedInVisitor(portal.seed, [one, other], { provenAt: Date.now() });
    const done = await visitor.submit(await visitor.get(path), ticked);
    expect([done.url.pathname, done.url.search]).toEqual(["/account", "?status=account_deleted"]);
    expect(done.text).toContain("Budi");
    expect([await stored(one), (await stored(other))?.name]).toEqual([undefined, "Budi"]);
  });
});

describe("an account is not deleted", () => {
  it("without a proof of these five minutes, on the page or behind it", async () => {
    const { browser, user } = await portal.somebody();
    const page = await browser.get(path);
    await ageSessions(portal.seed, user, 6 * 60_000);
    const sent = await browser.post(page, ticked);
    expect(sent.headers.get("location")).toBe("/account/confirm?next=delete_account");
    expect((await browser.get(path)).url.pathname).toBe("/account/confirm");
    expect(await stored(user)).toBeDefined();
  });

  it("by a form without the tick, a stale one, a foreign or forged one, or one for another account", async () => {
    const { browser, user } = await portal.somebody();
    const other = await portal.somebody();
    const page = await browser.get(path);
    const fields = Object.fromEntries(page.forms.find(({ boxes }) => boxes.has("understood"))?.fields ?? []);
    const post = (change: Record<string, string>, headers = {}) =>
      browser.request(path, {
        method: "POST",
        body: new URLSearchParams({ ...fields, ...ticked, ...change }),
        headers,
      });
    const { understood: _, ...bare } = { ...fields, ...ticked };
    const unticked = await browser.request(path, { method: "POST", body: new URLSearchParams(bare) });
    expect([unticked.status, unticked.text.includes("Please tick the box")]).toEqual([400, true]);
    const csrf = (await new Visitor(portal.server.origin).get("/login")).forms[0]?.fields.get("csrf") ?? "";
    expect((await post({ csrf })).headers.get("location")).toBe(`${path}?status=stale`);
    expect((await post({ user: String(other.user.id) })).headers.get("location")).toBe(
      `${path}?status=other_account`,
    );
    const foreign = await post({}, { Origin: "https://evil.example" });
    await provoked("api", "permission_denied", "origin_foreign", foreign.response);
    await provoked("api", "permission_denied", "form_token_invalid", (await post({ csrf: "" })).response);
    expect([await stored(user), await stored(other.user)]).toEqual([expect.anything(), expect.anything()]);
  });

  it.each(["admin", "super-admin"] as const)("while it runs the service: %s", async (role) => {
    const { browser, user } = await portal.somebody();
    const before = await browser.get(path);
    await portal.seed.storage.write(({ users }) => users.setRole(user.id, role));
    const refused = await browser.post(before, ticked);
    expect([refused.status, refused.text.includes("Ask another administrator")]).toEqual([400, true]);
    const page = await browser.get(path);
    expect(page.forms.some(({ boxes }) => boxes.has("understood"))).toBe(false);
    expect(await stored(user)).toBeDefined();
  });

  it("twice: of two at once one does it", async () => {
    const { browser, user } = await portal.somebody();
    const page = await browser.get(path);
    const answers = await Promise.all([1, 2, 3].map(() => browser.post(page, ticked)));
    expect(answers.every(({ status }) => status === 303)).toBe(true);
    expect(await storyOf(user.id)).toHaveLength(1);
    expect((await mailsTo(portal.server, user.email ?? "")).length).toBe(1);
  });
});
