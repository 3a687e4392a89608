import { afterEach, beforeEach, describe } from "vitest";
import type { Storage } from "../../src/storage/port/storage.ts";
import { postgresDatabase } from "../support/postgres.ts";
import { memoryStorage, migrated, temporaryDatabase } from "../support/storage.ts";

interface Opened {
  readonly storage: Storage;
  remove(): void | Promise<void>;
}

/** Every engine keeps the same contract: a further one is a further line here. */
const engines: Readonly<Record<string, () => Promise<Opened>>> = {
  "SQLite in memory": async () => ({ storage: await memoryStorage(), remove: () => {} }),
  "SQLite in a file": async () => {
    const { url, remove } = temporaryDatabase();
    return { storage: await migrated(url), remove };
  },
  PostgreSQL: async () => {
    const { url, remove } = await postgresDatabase("migrated");
    return { storage: await migrated(url), remove };
  },
};

/** Runs `suite` against each engine, every test on a fresh database that `storage()` gives. */
export function onEveryEngine(aggregate: string, suite: (storage: () => Storage) => void): void {
  describe.each(Object.entries(engines))(`${aggregate} on %s`, (_name, open) => {
    let opened: Opened;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(async () => {
      await opened.storage.close();
      await opened.remove();
    });
    suite(() => opened.storage);
  });
}
