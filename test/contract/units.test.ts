import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { StorageUnavailable } from "../../src/storage/port/storage.ts";
import type { User } from "../../src/storage/port/users.ts";
import { onEveryEngine } from "./engines.ts";
import { aCode, aUser, seedFamily } from "./fixtures.ts";

onEveryEngine("Units", (storage) => {
  const write: ReturnType<typeof storage>["write"] = (unit) => storage().write(unit);
  const user = (id: number) => storage().committed.users.find(id);

  it("fail alone: what shares their commit is stored, what they did is not", async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        write(async ({ users, settings }) => {
          await users.create(aUser({ id: index + 1 }));
          await settings.put("last", `${index}`);
          if (index % 3 === 1) throw new Error(`refused ${index}`);
          return index;
        }),
      ),
    );
    for (const [index, result] of results.entries()) {
      const fails = index % 3 === 1;
      expect(result).toEqual(
        fails
          ? { status: "rejected", reason: new Error(`refused ${index}`) }
          : { status: "fulfilled", value: index },
      );
      expect(await user(index + 1)).toEqual(fails ? undefined : expect.objectContaining({ id: index + 1 }));
    }
    expect(Number(await storage().committed.settings.get("last")) % 3).not.toBe(1);
  });

  it("fail alone when they break a rule of the database, which is no outage", async () => {
    await seedFamily(storage());
    const outcomes = await Promise.allSettled([
      write(({ authorizations }) => authorizations.addCode(aCode())),
      write(({ authorizations }) => authorizations.addCode(aCode())),
      write(({ authorizations }) => authorizations.addCode(aCode({ id: "x", authorizationId: "nothing" }))),
    ]);
    // Which of the same two comes first is nobody's promise.
    expect(outcomes.slice(0, 2).filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(outcomes[2].status).toBe("rejected");
    for (const refused of outcomes.filter(({ status }) => status === "rejected")) {
      expect(refused).toMatchObject({ reason: expect.any(Error) });
      expect(refused).not.toMatchObject({ reason: expect.any(StorageUnavailable) });
    }
  });

  it("fail alone when they throw before their first await", async () => {
    const broken = write(() => {
      throw new TypeError("broken");
    });
    const sound = write(({ settings }) => settings.put("a", "1"));
    await expect(broken).rejects.toThrow(new TypeError("broken"));
    await sound;
    expect(await storage().committed.settings.get("a")).toBe("1");
  });

  it("see what they did themselves, and nobody else sees it before the commit", async () => {
    let meanwhile: Promise<User | undefined> | undefined;
    const undone = write(async ({ users }) => {
      await users.create(aUser({ id: 5 }));
      expect(await users.find(5)).toBeDefined();
      meanwhile = user(5);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(meanwhile).toBeDefined();
    expect(await meanwhile).toBeUndefined();
  });

  it("are readable as soon as they are answered", async () => {
    await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        await write(({ users }) => users.create(aUser({ id: index + 1 })));
        expect(await user(index + 1)).toBeDefined();
      }),
    );
  });

  it("that await something foreign are undone, disturb nobody and cannot come back", async () => {
    let late: Promise<unknown> | undefined;
    const foreign = write(async ({ users, settings }) => {
      await users.create(aUser({ id: 1 }));
      // Comes to itself after it was given up, while the next one keeps the database.
      await sleep(375);
      late = settings.put("late", "1");
      await late;
    });
    const nested = write(async ({ users }) => {
      await users.create(aUser({ id: 2 }));
      await write(({ settings }) => settings.put("nested", "1"));
    });
    const neighbour = write(({ users }) => users.create(aUser({ id: 3 })));
    const [first, second, third] = await Promise.allSettled([foreign, nested, neighbour]);
    expect([first.status, second.status, third.status]).toEqual(["rejected", "rejected", "fulfilled"]);
    expect([await user(1), await user(2), (await user(3))?.id]).toEqual([undefined, undefined, 3]);
    await expect.poll(() => late !== undefined).toBe(true);
    await expect(late).rejects.toThrow("after its unit had ended");
    expect(await storage().committed.settings.get("late")).toBeUndefined();
  });

  it("are the only way to write", async () => {
    await expect(storage().committed.users.create(aUser({ id: 1 }))).rejects.toThrow("Storage.write");
    await expect(storage().committed.settings.put("a", "1")).rejects.toThrow("Storage.write");
    expect(await user(1)).toBeUndefined();
  });

  it("under way are finished by closing; later ones, and reads, are refused", async () => {
    const underWay = write(({ users }) => users.create(aUser({ id: 1 })));
    const closing = storage().close();
    expect(await underWay).toEqual({ id: 1 });
    await closing;
    await storage().close();
    await expect(user(1)).rejects.toThrow(StorageUnavailable);
    await expect(write(async () => 1)).rejects.toThrow(StorageUnavailable);
    await expect(storage().check()).rejects.toThrow(StorageUnavailable);
  });

  it("are accepted, says the check", async () => {
    await expect(storage().check()).resolves.toBeUndefined();
  });
});
