import fc from "fast-check";
import { expect, it } from "vitest";
import type { Repositories } from "../../src/storage/port/storage.ts";
import { onEveryEngine } from "./engines.ts";
import {
  aChallenge,
  aCode,
  aMessage,
  anAccessToken,
  anAuthorization,
  anInteraction,
  aRefreshToken,
  aSession,
  aUser,
  day,
  now,
  seedUserAndClient,
} from "./fixtures.ts";

const grace = 7 * day;
const familySlack = 3_600_000;
/** Expiries from long ago to far ahead, crowded around the moment that decides. */
const expiry = fc.oneof(
  fc.integer({ min: -40 * day, max: 40 * day }).map((offset) => now + offset),
  fc.integer({ min: -2, max: 2 }).map((offset) => now - grace + offset),
);
const family = fc.record({
  codes: fc.array(expiry, { maxLength: 2 }),
  access: fc.array(expiry, { maxLength: 4 }),
  refresh: fc.array(fc.record({ expiresAt: expiry, used: fc.boolean() }), { maxLength: 4 }),
  revoked: fc.boolean(),
});
type Family = typeof family extends fc.Arbitrary<infer T> ? T : never;

async function store({ authorizations }: Repositories, id: string, given: Family): Promise<void> {
  await authorizations.create(anAuthorization({ id, createdAt: now - 100 * day }));
  const member = (name: string) => ({ id: `${id} ${name}`, authorizationId: id });
  for (const [n, expiresAt] of given.codes.entries()) {
    await authorizations.addCode(aCode({ ...member(`code ${n}`), expiresAt }));
  }
  const refresh = given.refresh.map(({ expiresAt, used }, n) =>
    aRefreshToken({ ...member(`refresh ${n}`), expiresAt, usedAt: used ? now - 50 * day : null }),
  );
  for (const [n, expiresAt] of given.access.entries()) {
    const token = anAccessToken({ ...member(`access ${n}`), expiresAt });
    await authorizations.addAccessToken(token, refresh[n]);
  }
  for (const token of refresh) await authorizations.addRefreshToken(token);
  if (given.revoked) await authorizations.revoke(id, "consent_revoked", now - 30 * day);
}

onEveryEngine("Purge", (storage) => {
  /** Until nothing is left to do, which must be reached in as many steps as the rows need. */
  async function purgeAll(limit: number, at = now): Promise<number> {
    for (let removed = 0; ; ) {
      const step = await storage().purge(at, limit);
      expect(step.removed).toBeLessThanOrEqual(limit);
      removed += step.removed;
      if (!step.more) return removed;
      expect(step.removed).toBe(limit);
    }
  }

  async function expectFamily(id: string, given: Family): Promise<void> {
    const { authorizations } = storage().committed;
    const kept = (expiresAt: number) => expiresAt >= now - grace;
    for (const [n, expiresAt] of given.codes.entries()) {
      expect((await authorizations.findCode(`${id} code ${n}`)) !== undefined).toBe(kept(expiresAt));
    }
    for (const [n, expiresAt] of given.access.entries()) {
      expect((await authorizations.findAccessToken(`${id} access ${n}`)) !== undefined).toBe(kept(expiresAt));
    }
    const members = [...given.codes, ...given.access, ...given.refresh.map(({ expiresAt }) => expiresAt)];
    // Once the last of them is over its family may stay for a little while, and with it every refresh token.
    const lingers = !members.some(kept) && members.some((expiresAt) => kept(expiresAt + familySlack));
    for (const n of given.refresh.keys()) {
      const found = await authorizations.findRefreshToken(`${id} refresh ${n}`);
      if (!lingers) expect(found !== undefined).toBe(members.some(kept));
    }
  }

  it("keeps every code and token that is usable or still promised, and nothing else", async () => {
    await storage().write(seedUserAndClient);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(family, { maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        async (families, limit) => {
          run += 1;
          await storage().write(async (repositories) => {
            for (const [n, given] of families.entries()) await store(repositories, `${run}/${n}`, given);
          });
          await purgeAll(limit);
          for (const [n, given] of families.entries()) await expectFamily(`${run}/${n}`, given);
          expect(await purgeAll(limit)).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("keeps tokens of clients until 7 days past their expiry", async () => {
    await storage().write(async (repositories) => {
      await seedUserAndClient(repositories);
      const own = { authorizationId: null, userId: null };
      for (const [id, expiresAt] of [
        ["old", now - grace - 1],
        ["known", now - grace],
        ["usable", now + 1],
      ] as const) {
        await repositories.authorizations.addAccessToken(anAccessToken({ ...own, id, expiresAt }));
      }
    });
    expect(await purgeAll(10)).toBe(1);
    const { authorizations } = storage().committed;
    expect(await authorizations.findAccessToken("old")).toBeUndefined();
    expect(await authorizations.findAccessToken("known")).toBeDefined();
    expect(await authorizations.findAccessToken("usable")).toBeDefined();
  });

  it("done by several at once removes each row once, and nobody fails for it", async () => {
    const past = now - 30 * day;
    const given: Family = {
      codes: [past],
      access: [past, past],
      refresh: [{ expiresAt: past, used: true }],
      revoked: false,
    };
    await storage().write(async (repositories) => {
      await seedUserAndClient(repositories);
      for (let n = 0; n < 20; n++) await store(repositories, `family ${n}`, given);
      await store(repositories, "kept", { ...given, refresh: [{ expiresAt: now, used: false }] });
    });
    let removed = 0;
    for (let last = -1; last !== 0; ) {
      const done = await Promise.all([7, 8, 9, 10].map((limit) => storage().purge(now, limit)));
      last = done.reduce((sum, each) => sum + each.removed, 0);
      removed += last;
    }
    // Four members each, and the family; three members of the one that is kept.
    expect(removed).toBe(20 * 5 + 3);
    expect(await storage().committed.authorizations.findRefreshToken("kept refresh 0")).toBeDefined();
  });

  it("removes what else has had its time, at exactly its time", async () => {
    await storage().write(async (repositories) => {
      const { interactions, sessions, challenges, messages, users, passkeys, trustedDevices } = repositories;
      await seedUserAndClient(repositories);
      await users.create(aUser({ id: 2 }));
      for (const [id, offset] of [
        ["gone", -1],
        ["kept", 0],
      ] as const) {
        await interactions.create(anInteraction({ id, expiresAt: now - day + offset }));
        await sessions.createBrowser({ id, hash: "h", expiresAt: now + offset });
        await sessions.put(aSession({ id, browserId: id }));
        await challenges.create(aChallenge({ id, expiresAt: now - day + offset }));
        await passkeys.spendChallenge(id, now + offset);
        await trustedDevices.trust(10001, id, now + offset);
        await messages.add(aMessage({ id: `sent ${id}`, sentAt: now, createdAt: now - grace + offset }));
        await messages.add(aMessage({ id: `failed ${id}`, failedAt: now, createdAt: now - grace + offset }));
        await sessions.rememberDevice(10001, id, now - 400 * day + offset);
      }
      await messages.add(aMessage({ id: "waiting", createdAt: now - 90 * day }));
      await sessions.rememberDevice(2, "gone", now);
    });
    expect(await purgeAll(2)).toBe(8);
    const { interactions, sessions, challenges, messages, trustedDevices } = storage().committed;
    for (const [id, there] of [
      ["gone", false],
      ["kept", true],
    ] as const) {
      expect((await interactions.find(id)) !== undefined).toBe(there);
      expect((await sessions.findBrowser(id)) !== undefined).toBe(there);
      expect((await sessions.find(id)) !== undefined).toBe(there);
      expect((await challenges.find(id)) !== undefined).toBe(there);
      expect(await sessions.knowsDevice(10001, id)).toBe(there);
      expect(await trustedDevices.trusts(10001, id, now - 1)).toBe(there);
      const spentAnew = await storage().write(({ passkeys }) => passkeys.spendChallenge(id, now));
      expect(spentAnew).toBe(!there);
    }
    expect(await sessions.knowsDevice(2, "gone")).toBe(true);
    const left = (await messages.list(10)).map(({ id }) => id).sort();
    expect(left).toEqual(["failed kept", "sent kept", "waiting"]);
  });
});
