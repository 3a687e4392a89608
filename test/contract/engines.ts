import { afterEach, beforeEach, describe } from "vitest";
import type { Storage } from "../../src/storage/port/storage.ts";
import { emptiedDatabase, postgresDatabase } from "../support/postgres.ts";
import { memoryStorage, migrated, temporaryDatabase, unhurried } from "../support/storage.ts";

interface Opened {
  readonly storage: Storage;
  remove(): void | Promise<void>;
}

interface Database {
  readonly url: string;
  remove(): void | Promise<void>;
}

async function opened(database: Database): Promise<Opened> {
  return { storage: await migrated(database.url, unhurried), remove: () => database.remove() };
}

const inMemory = { "SQLite in memory": async () => ({ storage: await memoryStorage(), remove: () => {} }) };

/** Every engine keeps the same contract: a further one is a further line here. */
const everyEngine: Readonly<Record<string, () => Promise<Opened>>> = {
  ...inMemory,
  "SQLite in a file": async () => opened(temporaryDatabase()),
  PostgreSQL: async () => opened({ url: await emptiedDatabase(), remove: () => {} }),
};
/** `npm run check` asks for the quickest alone. */
const engines = process.env["TESTS"] === "quick" ? inMemory : everyEngine;

/** Runs `suite` against each engine, every test on a fresh database that `storage()` gives. */
export function onEveryEngine(aggregate: string, suite: (storage: () => Storage) => void): void {
  describe.each(Object.entries(engines))(`${aggregate} on %s`, (_name, open) => {
    let current: Opened;
    beforeEach(async () => {
      current = await open();
    });
    afterEach(async () => {
      await current.storage.close();
      await current.remove();
    });
    suite(() => current.storage);
  });
}

/** Databases that several processes can share, as they are before anybody has opened them. */
const shared: Readonly<Record<string, () => Promise<Database>>> = {
  "a SQLite file": async () => temporaryDatabase(),
  "a PostgreSQL database": () => postgresDatabase("empty"),
};

/** Runs `suite` against each database that processes can share, every test on an empty one whose URL `url()` gives. */
export function onEveryShared(what: string, suite: (url: () => string) => void): void {
  describe.each(Object.entries(shared))(`${what} %s`, (_name, make) => {
    let database: Database;
    beforeEach(async () => {
      database = await make();
    });
    afterEach(() => database.remove());
    suite(() => database.url);
  });
}
