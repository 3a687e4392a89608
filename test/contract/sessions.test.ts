import { expect, it } from "vitest";
import { onEveryEngine } from "./engines.ts";
import { aSession, aUser, now, second } from "./fixtures.ts";

onEveryEngine("Sessions", (storage) => {
  const write: ReturnType<typeof storage>["write"] = (unit) => storage().write(unit);
  const read = () => storage().committed.sessions;
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

  async function seed(): Promise<void> {
    await write(async ({ users, sessions }) => {
      await users.create(aUser({ id: 10001 }));
      await users.create(aUser({ id: 10002 }));
      await sessions.createBrowser({ id: "a-browser", hash: "old", expiresAt: now });
      await sessions.createBrowser({ id: "b-browser", hash: "old", expiresAt: now });
    });
  }

  it("live in a browser whose cookie is renewed", async () => {
    await seed();
    await write(({ sessions }) => sessions.renewBrowser("a-browser", "new", now + 1));
    expect(await read().findBrowser("a-browser")).toEqual({
      id: "a-browser",
      hash: "new",
      expiresAt: now + 1,
    });
    expect(await read().findBrowser("b-browser")).toMatchObject({ hash: "old" });
    expect(await read().findBrowser("c-browser")).toBeUndefined();
  });

  it("are one for each account of a browser: signing in again replaces it", async () => {
    await seed();
    await write(async ({ sessions }) => {
      await sessions.put(aSession({ id: "first" }));
      await sessions.put(aSession({ id: "second", ip: "192.0.2.2", createdAt: now + 1 }));
      await sessions.put(aSession({ id: "elsewhere", browserId: "b-browser" }));
      await sessions.put(aSession({ id: "other account", userId: 10002 }));
    });
    expect(await read().find("first")).toBeUndefined();
    expect(await read().find("second")).toEqual(
      aSession({ id: "second", ip: "192.0.2.2", createdAt: now + 1 }),
    );
    expect(ids(await read().listByBrowser("a-browser")).sort()).toEqual(["other account", "second"]);
    expect(ids(await read().listByUser(10001)).sort()).toEqual(["elsewhere", "second"]);
  });

  it("are listed by last activity, and never those of a disabled user", async () => {
    await seed();
    await write(async ({ sessions }) => {
      await sessions.put(aSession({ id: "a" }));
      await sessions.put(aSession({ id: "b", userId: 10002 }));
      await sessions.touch("b", now + second);
      await sessions.proved("a", now + 2);
    });
    expect(ids(await read().listByBrowser("a-browser"))).toEqual(["b", "a"]);
    expect(await read().find("a")).toMatchObject({
      authenticatedAt: now,
      provenAt: now + 2,
      lastActiveAt: now,
    });
    await write(({ users }) => users.setStatus(10002, "disabled"));
    expect(ids(await read().listByBrowser("a-browser"))).toEqual(["a"]);
    expect(await read().listByUser(10002)).toEqual([]);
    expect(await read().find("b")).toBeUndefined();
  });

  it("end one by one, or all but one", async () => {
    await seed();
    await write(async ({ sessions }) => {
      await sessions.put(aSession({ id: "a" }));
      await sessions.put(aSession({ id: "b", browserId: "b-browser" }));
      await sessions.put(aSession({ id: "c", userId: 10002 }));
    });
    expect(await write(({ sessions }) => sessions.endAll(10001, "b"))).toBe(1);
    expect(ids(await read().listByUser(10001))).toEqual(["b"]);
    expect(await write(({ sessions }) => sessions.endAll(10001))).toBe(1);
    expect(await write(({ sessions }) => sessions.end("c"))).toBe(true);
    expect(await write(({ sessions }) => sessions.end("c"))).toBe(false);
  });

  it("remember devices of an account", async () => {
    await seed();
    const remember = (userId: number, device = "device") =>
      write(({ sessions }) => sessions.rememberDevice(userId, device, now));
    expect(await remember(10001)).toBe("first");
    expect(await remember(10001)).toBe("known");
    expect(await remember(10001, "another")).toBe("new");
    expect(await read().knowsDevice(10001, "device")).toBe(true);
    expect(await read().knowsDevice(10002, "device")).toBe(false);
    expect(await remember(10002)).toBe("first");
  });
});
