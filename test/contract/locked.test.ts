import { writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { StorageUnavailable } from "../../src/storage/port/storage.ts";
import { type OpenStorage, openStorage } from "../../src/storage/sql/open.ts";
import { migrated, temporaryDatabase } from "../support/storage.ts";

/** The longest time that the event loop was busy with one thing, in milliseconds. */
function watchEventLoop(): () => number {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    const at = performance.now();
    longest = Math.max(longest, at - last);
    last = at;
  }, 5);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

describe("A locked SQLite file", () => {
  let database: ReturnType<typeof temporaryDatabase>;
  let storage: OpenStorage;
  let lockHolder: DatabaseSync;

  beforeEach(async () => {
    database = temporaryDatabase();
    storage = await migrated(database.url);
    lockHolder = new DatabaseSync(database.path);
  });
  afterEach(async () => {
    lockHolder.close();
    await storage.close();
    database.remove();
  });
  const put = (value: string) => storage.write(({ settings }) => settings.put("a", value));

  it("is StorageUnavailable within 2 s for all who wait, while the event loop runs on, and recovers", async () => {
    lockHolder.exec("begin immediate");
    const longestBlock = watchEventLoop();
    const began = performance.now();
    const outcomes = await Promise.allSettled([
      ...Array.from({ length: 20 }, (_, n) => put(`${n}`)),
      storage.check(),
      storage.purge(1, 1),
    ]);
    const took = performance.now() - began;
    expect(took).toBeGreaterThan(1_000);
    expect(took).toBeLessThan(2_000);
    expect(longestBlock()).toBeLessThan(250);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({
        status: "rejected",
        reason: { name: "StorageUnavailable", overloaded: false, cause: { errcode: 5 } },
      });
    }
    expect(await storage.committed.settings.get("a")).toBeUndefined();
    lockHolder.exec("rollback");
    await put("recovered");
    expect(await storage.committed.settings.get("a")).toBe("recovered");
  });

  it("is waited for while it is short", async () => {
    lockHolder.exec("begin immediate");
    const waiting = put("patient");
    setTimeout(() => lockHolder.exec("commit"), 300);
    await waiting;
    expect(await storage.committed.settings.get("a")).toBe("patient");
  });

  it("is read all the same, as it was before", async () => {
    await put("before");
    lockHolder.exec("begin immediate; update settings set value = 'uncommitted'");
    expect(await storage.committed.settings.get("a")).toBe("before");
    lockHolder.exec("rollback");
  });
});

describe("What cannot be opened", () => {
  it("is StorageUnavailable when the file is no database, and is left as it is", async () => {
    const { url, path, remove } = temporaryDatabase();
    writeFileSync(path, "Not a database, but somebody's file.".repeat(100));
    await expect(openStorage(url)).rejects.toThrow(StorageUnavailable);
    await expect(openStorage(url)).rejects.toThrow("file is not a database");
    remove();
  });

  it("is StorageUnavailable when there is no place for it", async () => {
    await expect(openStorage("sqlite:/dev/null/x.db")).rejects.toThrow(StorageUnavailable);
  });

  it("is refused in one line when the URL is of no known kind", async () => {
    for (const url of ["", "mysql://x", "sqlite:", "data.db"]) {
      await expect(openStorage(url)).rejects.toThrow(/^DATABASE_URL .*example sqlite:\S+$/);
    }
  });
});
