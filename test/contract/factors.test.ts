import { expect, it } from "vitest";
import { onEveryEngine } from "./engines.ts";
import { aPasskey, aUser, now } from "./fixtures.ts";

onEveryEngine("Second factors", (storage) => {
  const write: ReturnType<typeof storage>["write"] = (unit) => storage().write(unit);
  const read = () => storage().committed;
  const app = { kind: "app", sealed: "sealed", createdAt: now } as const;
  const email = { kind: "email", sealed: null, createdAt: now + 1 } as const;
  const truths = (answers: readonly boolean[]) => answers.filter(Boolean).length;

  async function seed(): Promise<void> {
    await write(async ({ users, factors }) => {
      await users.create(aUser({ id: 10001 }));
      await users.create(aUser({ id: 10002 }));
      await factors.put(10001, app, 7);
      await factors.put(10001, email);
      await factors.replaceRecoveryCodes(10001, ["a", "b", "c"]);
    });
  }

  it("are listed as they were switched on; a new app replaces the one before", async () => {
    await seed();
    expect(await read().factors.list(10001)).toEqual([app, email]);
    expect(await read().factors.list(10002)).toEqual([]);
    await write(({ factors }) => factors.put(10001, { ...app, sealed: "other" }, 9));
    expect(await read().factors.list(10001)).toEqual([{ ...app, sealed: "other" }, email]);
    expect(await write(({ factors }) => factors.acceptStep(10001, 9))).toBe(false);
  });

  it("accept each time step once, and none before an accepted one, from any number of callers", async () => {
    await seed();
    const accept = (step: number) => write(({ factors }) => factors.acceptStep(10001, step));
    expect(await accept(7)).toBe(false);
    expect(truths(await Promise.all(Array.from({ length: 6 }, () => accept(8))))).toBe(1);
    expect(await accept(10)).toBe(true);
    expect(await accept(9)).toBe(false);
    expect(await write(({ factors }) => factors.acceptStep(10002, 11))).toBe(false);
  });

  it("accept any first step of an app that was proven otherwise", async () => {
    await seed();
    await write(({ factors }) => factors.put(10001, app));
    expect(await write(({ factors }) => factors.acceptStep(10001, 1))).toBe(true);
  });

  it("have recovery codes, each for one caller", async () => {
    await seed();
    const use = (userId: number, hash: string) =>
      write(({ factors }) => factors.useRecoveryCode(userId, hash));
    expect(await use(10002, "a")).toBe(false);
    expect(truths(await Promise.all(Array.from({ length: 6 }, () => use(10001, "a"))))).toBe(1);
    expect([...(await read().factors.recoveryCodes(10001))].sort()).toEqual(["b", "c"]);
    await write(({ factors }) => factors.replaceRecoveryCodes(10001, ["d"]));
    expect(await use(10001, "b")).toBe(false);
    expect(await read().factors.recoveryCodes(10001)).toEqual(["d"]);
  });

  it("keep the recovery codes until the last factor goes", async () => {
    await seed();
    const remove = (kind: "app" | "email") => write(({ factors }) => factors.remove(10001, kind));
    expect(await remove("app")).toBe(true);
    expect(await remove("app")).toBe(false);
    expect(await read().factors.recoveryCodes(10001)).toHaveLength(3);
    expect(await remove("email")).toBe(true);
    expect(await read().factors.recoveryCodes(10001)).toEqual([]);
  });

  it("are not asked for in trusted browsers, as long as these are trusted", async () => {
    await seed();
    await write(async ({ trustedDevices }) => {
      await trustedDevices.trust(10001, "browser", now - 5);
      await trustedDevices.trust(10001, "browser", now + 5);
      await trustedDevices.trust(10002, "browser", now + 5);
      await trustedDevices.trust(10001, "other browser", now);
    });
    const trusts = (userId: number, hash: string, at: number) =>
      read().trustedDevices.trusts(userId, hash, at);
    expect(await trusts(10001, "browser", now + 4)).toBe(true);
    expect(await trusts(10001, "browser", now + 5)).toBe(false);
    expect(await trusts(10001, "other browser", now)).toBe(false);
    expect(await trusts(10002, "other browser", now - 1)).toBe(false);
    expect(await read().trustedDevices.count(10001, now)).toBe(1);
    await write(({ trustedDevices }) => trustedDevices.renew("browser", "new cookie"));
    expect(await trusts(10001, "browser", now)).toBe(false);
    expect(await trusts(10002, "new cookie", now)).toBe(true);
    await write(({ trustedDevices }) => trustedDevices.forgetAll(10001));
    expect(await trusts(10001, "new cookie", now)).toBe(false);
    expect(await trusts(10002, "new cookie", now)).toBe(true);
  });

  it("go with their person", async () => {
    await seed();
    await write(async ({ users, passkeys, trustedDevices }) => {
      await passkeys.add(aPasskey());
      await trustedDevices.trust(10001, "browser", now + 5);
      await users.delete(10001, now);
    });
    expect(await read().factors.list(10001)).toEqual([]);
    expect(await read().factors.recoveryCodes(10001)).toEqual([]);
    expect(await read().passkeys.list(10001)).toEqual([]);
    expect(await read().trustedDevices.count(10001, now)).toBe(0);
  });
});

onEveryEngine("Passkeys", (storage) => {
  const write: ReturnType<typeof storage>["write"] = (unit) => storage().write(unit);
  const read = () => storage().committed.passkeys;

  async function seed(): Promise<void> {
    await write(async ({ users, passkeys }) => {
      await users.create(aUser({ id: 10001 }));
      await users.create(aUser({ id: 10002 }));
      await passkeys.add(aPasskey({ id: "second", createdAt: now + 1, transports: [] }));
      await passkeys.add(aPasskey());
    });
  }

  it("are kept, oldest first, and belong to one person", async () => {
    await seed();
    expect(await read().list(10001)).toEqual([
      aPasskey(),
      aPasskey({ id: "second", createdAt: now + 1, transports: [] }),
    ]);
    expect(await read().list(10002)).toEqual([]);
    expect(await write(({ passkeys }) => passkeys.add(aPasskey({ userId: 10002 })))).toBe(false);
    expect(await read().find("a-passkey")).toEqual(aPasskey());
    expect(await read().find("none")).toBeUndefined();
  });

  it("count on: a counter that stands still was copied, unless it never counted", async () => {
    await seed();
    const used = (counter: number) => write(({ passkeys }) => passkeys.used("a-passkey", counter, now + 9));
    expect(await used(0)).toBe(true);
    expect(await used(0)).toBe(true);
    expect(await used(5)).toBe(true);
    expect(await used(5)).toBe(false);
    expect(await used(4)).toBe(false);
    expect(await used(0)).toBe(false);
    expect(await read().find("a-passkey")).toMatchObject({ counter: 5, lastUsedAt: now + 9 });
    expect(await write(({ passkeys }) => passkeys.used("none", 9, now))).toBe(false);
  });

  it("are renamed and removed by their owner only", async () => {
    await seed();
    const rename = (userId: number) =>
      write(({ passkeys }) => passkeys.rename(userId, "a-passkey", "Laptop"));
    const remove = (userId: number) => write(({ passkeys }) => passkeys.remove(userId, "a-passkey"));
    expect([await rename(10002), await remove(10002)]).toEqual([false, false]);
    expect(await rename(10001)).toBe(true);
    expect(await read().find("a-passkey")).toMatchObject({ name: "Laptop" });
    expect([await remove(10001), await remove(10001)]).toEqual([true, false]);
    await write(({ passkeys }) => passkeys.removeAll(10002));
    expect(await read().list(10001)).toHaveLength(1);
    await write(({ passkeys }) => passkeys.removeAll(10001));
    expect(await read().list(10001)).toEqual([]);
  });

  it("answer each challenge once", async () => {
    const spend = () => write(({ passkeys }) => passkeys.spendChallenge("challenge", now));
    const answers = await Promise.all(Array.from({ length: 6 }, spend));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await spend()).toBe(false);
  });
});
