import { expect, it } from "vitest";
import { onEveryEngine } from "./engines.ts";
import {
  aChallenge,
  aClient,
  aCode,
  anAuthorization,
  aSession,
  aUser,
  now,
  seedUserAndClient,
} from "./fixtures.ts";

onEveryEngine("Users", (storage) => {
  const create = (given: Parameters<typeof aUser>[0]) =>
    storage().write(({ users }) => users.create(aUser(given)));

  it("keep every field", async () => {
    const everything = aUser({
      email: "Siti@Contoh.id",
      emailVerifiedAt: now,
      phoneNumber: "+628123456789",
      username: "Siti.99",
      passwordHash: "$argon2id$…",
      passwordChangedAt: now,
      gender: "female",
      bio: "بسم الله — “kutip” 'dan' \\",
      placeOfBirth: "Bandung",
      dateOfBirth: "1990-01-31",
      address: "Jl. Merdeka 1\nBandung",
      picture: "random.jpg",
      role: "admin",
      status: "disabled",
      locale: "id",
    });
    expect(await create(everything)).toEqual({ id: 10001 });
    const { users } = storage().committed;
    const stored = { ...everything, id: 10001 };
    expect(await users.find(10001)).toEqual(stored);
    expect(await users.findByEmail("sITI@cONTOH.ID")).toEqual(stored);
    expect(await users.findByUsername("sITI.99")).toEqual(stored);
    expect(await users.findByPhoneNumber("+628123456789")).toEqual(stored);
  });

  it("take another address and number, unless somebody else has it", async () => {
    await create({ id: 1, email: "Lama@contoh.id", emailVerifiedAt: 5 });
    await create({ id: 2, email: "b@contoh.id", phoneNumber: "+622" });
    const change = (id: number, email: string, number: string) =>
      storage().write(async ({ users }) => [
        await users.setEmail(id, email, now),
        await users.setPhoneNumber(id, number),
      ]);
    expect(await change(1, "B@contoh.id", "+622")).toEqual([false, false]);
    expect(await change(3, "c@contoh.id", "+623")).toEqual([false, false]);
    expect(await storage().committed.users.find(1)).toMatchObject({
      email: "Lama@contoh.id",
      phoneNumber: null,
    });
    expect(await change(1, "Baru@contoh.id", "+621")).toEqual([true, true]);
    expect(await change(1, "baru@contoh.id", "+621")).toEqual([true, true]);
    const changed = { email: "baru@contoh.id", emailVerifiedAt: now, phoneNumber: "+621" };
    expect(await storage().committed.users.findByEmail("BARU@contoh.id")).toMatchObject(changed);
    expect(await storage().committed.users.findByEmail("lama@contoh.id")).toBeUndefined();
  });

  it("that want the same address at once do not both get it", async () => {
    for (let id = 1; id <= 8; id++) await create({ id });
    const got = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        storage().write(async ({ users }) => [
          await users.setEmail(i + 1, "sama@contoh.id", now),
          await users.setPhoneNumber(i + 1, "+628"),
        ]),
      ),
    );
    expect(got.filter(([email]) => email)).toHaveLength(1);
    expect(got.filter(([, number]) => number)).toHaveLength(1);
  });

  it("are found by nothing they do not have", async () => {
    await create({});
    const { users } = storage().committed;
    expect(await users.find(1)).toBeUndefined();
    expect(await users.findByEmail("")).toBeUndefined();
    expect(await users.findByUsername("")).toBeUndefined();
    expect(await users.findByPhoneNumber("")).toBeUndefined();
  });

  it("share no id, address, number or name, whatever the case", async () => {
    await create({ id: 5, email: "a@b.id", phoneNumber: "+621", username: "abc" });
    expect(await create({ id: 5 })).toEqual({ taken: "id" });
    expect(await create({ email: "A@B.ID" })).toEqual({ taken: "email" });
    expect(await create({ phoneNumber: "+621" })).toEqual({ taken: "phoneNumber" });
    expect(await create({ username: "ABC" })).toEqual({ taken: "username" });
  });

  it("are not confused by letters that only look alike", async () => {
    await create({ email: "kiki@contoh.id" });
    expect(await storage().committed.users.findByEmail("\u212Aiki@contoh.id")).toBeUndefined();
  });

  it("get ids that jump over those given by hand, and over those of the deleted", async () => {
    for (const id of [10001, 10002, 10004]) await create({ id });
    await storage().write(({ users }) => users.delete(10004, now));
    expect(await create({})).toEqual({ id: 10003 });
    expect(await create({})).toEqual({ id: 10005 });
    await storage().write(({ users }) => users.delete(10005, now));
    expect(await create({})).toEqual({ id: 10006 });
  });

  it("get ids above reserved ones, and reserving never goes back", async () => {
    await storage().write(({ users }) => users.reserveIds(20_000));
    await storage().write(({ users }) => users.reserveIds(15_000));
    expect(await storage().write(({ users }) => users.create(aUser()))).toEqual({ id: 20_001 });
  });

  it("50 at once get 50 ids", async () => {
    const made = await Promise.all(Array.from({ length: 50 }, () => create({})));
    expect(new Set(made.map((one) => "id" in one && one.id)).size).toBe(50);
  });

  it("of 50 with the same address exactly one is made", async () => {
    const made = await Promise.all(Array.from({ length: 50 }, () => create({ email: "a@b.id" })));
    expect(made.filter((one) => "id" in one)).toHaveLength(1);
  });

  it("change only the given fields of their profile", async () => {
    await create({ bio: "lama", gender: "male" });
    const change = (given: object) => storage().write(({ users }) => users.updateProfile(10001, given));
    expect(await change({ name: "Baru", bio: null })).toMatchObject({
      name: "Baru",
      bio: null,
      gender: "male",
    });
    expect(await change({ dateOfBirth: "2000-02-29" })).toMatchObject({
      name: "Baru",
      dateOfBirth: "2000-02-29",
    });
    expect(await change({})).toMatchObject({ name: "Baru" });
    expect(await storage().write(({ users }) => users.updateProfile(1, { name: "x" }))).toBeUndefined();
    expect(await storage().write(({ users }) => users.updateProfile(1, {}))).toBeUndefined();
  });

  it("get a stronger hash only while the old one is theirs", async () => {
    await create({ passwordHash: "old", passwordChangedAt: 1 });
    await storage().write(({ users }) => users.rehashPassword(10001, "other", "stolen"));
    expect(await storage().committed.users.find(10001)).toMatchObject({ passwordHash: "old" });
    await storage().write(({ users }) => users.rehashPassword(10001, "old", "strong"));
    expect(await storage().committed.users.find(10001)).toMatchObject({
      passwordHash: "strong",
      passwordChangedAt: 1,
    });
    await storage().write(({ users }) => users.setPassword(10001, "new", now));
    expect(await storage().committed.users.find(10001)).toMatchObject({
      passwordHash: "new",
      passwordChangedAt: now,
    });
  });

  it("verify an e-mail address only while it is theirs", async () => {
    await create({ email: "Siti@Contoh.id", emailVerifiedAt: null });
    const verify = (id: number, email: string) =>
      storage().write(({ users }) => users.verifyEmail(id, email, now));
    expect([await verify(10001, "old@contoh.id"), await verify(1, "siti@contoh.id")]).toEqual([false, false]);
    expect(await storage().committed.users.find(10001)).toMatchObject({ emailVerifiedAt: null });
    expect(await verify(10001, "siti@contoh.id")).toBe(true);
    expect(await storage().committed.users.find(10001)).toMatchObject({
      email: "Siti@Contoh.id",
      emailVerifiedAt: now,
    });
  });

  it("have a picture or none", async () => {
    await create({});
    const set = (id: number, name: string | null) =>
      storage().write(({ users }) => users.setPicture(id, name));
    expect(await set(10001, "a.png")).toBe(true);
    expect((await storage().committed.users.find(10001))?.picture).toBe("a.png");
    expect(await set(10001, null)).toBe(true);
    expect((await storage().committed.users.find(10001))?.picture).toBeNull();
    expect(await set(1, "a.png")).toBe(false);
  });

  it("change status, role and language, and say when there is nobody", async () => {
    await create({});
    await storage().write(async ({ users }) => {
      expect(await users.setStatus(10001, "disabled")).toBe(true);
      expect(await users.setRole(10001, "admin")).toBe(true);
      await users.setLocale(10001, "en");
      expect(await users.setStatus(1, "disabled")).toBe(false);
      expect(await users.setRole(1, "admin")).toBe(false);
    });
    expect(await storage().committed.users.find(10001)).toMatchObject({
      status: "disabled",
      role: "admin",
      locale: "en",
    });
  });

  it("know whether there is anybody", async () => {
    expect(await storage().committed.users.isEmpty()).toBe(true);
    await create({});
    expect(await storage().committed.users.isEmpty()).toBe(false);
  });

  it("take everything of theirs along when deleted, and leave their tokens revoked", async () => {
    await storage().write(async (repositories) => {
      const { users, clients, sessions, consents, challenges, authorizations } = repositories;
      await seedUserAndClient(repositories);
      await users.create(aUser({ id: 7 }));
      await clients.create(aClient({ id: "owned", ownerId: 10001 }), null);
      await sessions.createBrowser({ id: "a-browser", hash: "h", expiresAt: now + 1 });
      await sessions.put(aSession());
      await sessions.put(aSession({ id: "other-session", userId: 7 }));
      await sessions.rememberDevice(10001, "device", now);
      await consents.grant(10001, "a-client", ["view-user"], now);
      await challenges.create(aChallenge({ userId: 10001 }));
      await authorizations.create(anAuthorization());
      await authorizations.addCode(aCode());
    });
    expect(await storage().write(({ users }) => users.delete(10001, now))).toBe(true);
    expect(await storage().write(({ users }) => users.delete(10001, now))).toBe(false);
    const { users, clients, sessions, consents, challenges, authorizations } = storage().committed;
    expect(await users.find(10001)).toBeUndefined();
    expect(await sessions.find("a-session")).toBeUndefined();
    expect(await sessions.find("other-session")).toBeDefined();
    expect(await sessions.knowsDevice(10001, "device")).toBe(false);
    expect(await consents.list(10001)).toEqual([]);
    expect(await challenges.find("a-challenge")).toBeUndefined();
    expect(await clients.find("owned")).toMatchObject({ ownerId: null });
    expect(await authorizations.findCode("a-code")).toMatchObject({
      authorizationRevokedAt: now,
      authorizationRevocationReason: "consent_revoked",
    });
  });
});
