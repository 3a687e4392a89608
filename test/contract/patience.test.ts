import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withPatience } from "../../src/storage/port/patience.ts";
import type { OpenStorage } from "../../src/storage/sql/open.ts";
import { type PostgresDatabase, postgresDatabase } from "../support/postgres.ts";
import { migrated } from "../support/storage.ts";
import { type TcpProxy, tcpProxy } from "../support/tcp-proxy.ts";

describe("The patience of one request", () => {
  let database: PostgresDatabase;
  let proxy: TcpProxy;
  let storage: OpenStorage;

  beforeEach(async () => {
    database = await postgresDatabase("migrated");
    const url = new URL(database.url);
    proxy = await tcpProxy(Number(url.port));
    url.port = `${proxy.port}`;
    storage = await migrated(url.href);
    await storage.check();
  });
  afterEach(async () => {
    await storage.close();
    await proxy.stop();
    await database.remove();
  });

  const read = () => storage.committed.settings.get("a");
  /** How many questions in a row are answered before the patience is over, and how long that takes. */
  async function inARow(most: number, pause = 0) {
    const began = performance.now();
    let answered = 0;
    try {
      for (; answered < most; answered++) {
        await sleep(pause);
        await read();
      }
    } catch (error) {
      expect(error).toMatchObject({ name: "StorageUnavailable" });
    }
    return { answered, took: performance.now() - began };
  }

  it("is over after so many slow answers, each of them in time", async () => {
    proxy.slow(100);
    const { answered, took } = await withPatience(900, () => inARow(20));
    expect(answered).toBeGreaterThan(0);
    expect(answered).toBeLessThan(5);
    expect(took).toBeLessThan(1_400);
    expect(await read()).toBeUndefined();
  });

  it("counts what is asked at the same time once, and nothing that is done in between", async () => {
    proxy.slow(50);
    const several = async () => {
      await Promise.all([read(), read(), read(), read(), read(), read()]);
      await sleep(700);
      return read();
    };
    expect(await withPatience(1_000, several)).toBeUndefined();
  });

  it("is nobody else's", async () => {
    proxy.slow(100);
    const [mine, other] = await Promise.all([withPatience(50, () => inARow(1)), inARow(3)]);
    expect([mine.answered, other.answered]).toEqual([0, 3]);
  });
});
