import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OpenStorage } from "../../src/storage/sql/open.ts";
import { type PostgresDatabase, postgresDatabase } from "../support/postgres.ts";
import { migrated, unhurried } from "../support/storage.ts";
import { type TcpProxy, tcpProxy } from "../support/tcp-proxy.ts";

const many = Array.from({ length: 200 }, (_, index) => index);

describe("PostgreSQL behind a bad wire", () => {
  let database: PostgresDatabase;
  let proxy: TcpProxy;
  let storage: OpenStorage;
  let unhurriedStorage: OpenStorage;

  beforeEach(async () => {
    database = await postgresDatabase("migrated");
    const url = new URL(database.url);
    proxy = await tcpProxy(Number(url.port));
    url.port = `${proxy.port}`;
    storage = await migrated(url.href);
    unhurriedStorage = await migrated(url.href, unhurried);
  });
  afterEach(async () => {
    await storage.close();
    await unhurriedStorage.close();
    await proxy.stop();
    await database.remove();
  });

  const put = (value: string) => storage.write(({ settings }) => settings.put("a", value));
  const get = () => storage.committed.settings.get("a");
  /** Reads, writes and checks at once; tells how each ended and how long the last of them took. */
  async function everything() {
    const began = performance.now();
    const outcomes = await Promise.allSettled([
      ...many.map((n) => put(`${n}`)),
      ...many.map(() => get()),
      storage.check(),
      storage.purge(1, 1),
    ]);
    return { outcomes, took: performance.now() - began };
  }
  const unavailable = { status: "rejected", reason: { name: "StorageUnavailable" } };

  it("cut: everybody is told at once, and once it is mended all goes on", async () => {
    await put("before");
    proxy.cut();
    const { outcomes, took } = await everything();
    for (const outcome of outcomes) expect(outcome).toMatchObject(unavailable);
    expect(took).toBeLessThan(2_000);
    proxy.mend();
    expect(await get()).toBe("before");
    await put("after");
    expect(await get()).toBe("after");
  });

  it("cut for a moment: nobody notices", async () => {
    const put = (n: number) => unhurriedStorage.write(({ settings }) => settings.put("a", `${n}`));
    const get = () => unhurriedStorage.committed.settings.get("a");
    await Promise.all(many.map(put));
    const underWay = Promise.all([...many.map(put), ...many.map(get)]);
    proxy.cut();
    proxy.mend();
    await underWay;
  });

  it("silent: everybody is told within 2 s, and no connection from before is trusted afterwards", async () => {
    await Promise.all(many.map((n) => put(`${n}`)));
    const before = await get();
    proxy.silence();
    const { outcomes, took } = await everything();
    for (const outcome of outcomes) expect(outcome).toMatchObject(unavailable);
    expect(took).toBeLessThan(2_000);
    proxy.mend();
    // One that was silent before would not answer in time.
    expect(await get()).toBe(before);
    await put("after");
  });

  it("slow: what can be done in time is done, the rest is refused in time", async () => {
    await get();
    proxy.slow(100);
    await put("slowly");
    expect(await get()).toBe("slowly");
    proxy.slow(600);
    const began = performance.now();
    await expect(put("too slowly")).rejects.toMatchObject({ name: "StorageUnavailable", overloaded: false });
    expect(performance.now() - began).toBeLessThan(2_000);
    proxy.mend();
    expect(await get()).toBe("slowly");
  });

  it("more than the pool can do in time: the rest is refused as overload, in time", async () => {
    proxy.slow(30);
    const { outcomes, took } = await everything();
    expect(took).toBeLessThan(2_500);
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused.length).toBeGreaterThan(10);
    expect(refused.length).toBeLessThan(outcomes.length - 10);
    for (const outcome of refused) expect(outcome).toMatchObject(unavailable);
    expect(refused.some(({ reason }) => reason.overloaded)).toBe(true);
    proxy.mend();
    await put("after");
  });
});
