import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { everyStatement, oneOfEach } from "../../../../test/contract/every-statement.ts";
import { migrated, temporaryDatabase } from "../../../../test/support/storage.ts";
import { OwnerGone, StorageUnavailable } from "../../port/storage.ts";
import { type OpenStorage, openStorage } from "../open.ts";
import { DatabaseFile } from "./database-file.ts";

const sound = temporaryDatabase();
const tried = temporaryDatabase();
beforeAll(async () => {
  const storage = await migrated(sound.url);
  await storage.write(oneOfEach);
  await storage.close();
});
afterAll(() => {
  sound.remove();
  tried.remove();
});

/** Rows that are there twice, or without what they belong to, are refused in a sound database too. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof OwnerGone || (error instanceof Error && error.message.includes("constraint failed"))
  );
}

/** What a damaged database answers that nobody should hear. */
async function misunderstood(storage: OpenStorage): Promise<readonly unknown[]> {
  const outcomes = await Promise.allSettled([
    storage.check(),
    storage.purge(1, 1),
    ...Object.values(everyStatement).map((verb) => storage.write(verb)),
  ]);
  const errors = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  return errors.filter((error) => !(error instanceof StorageUnavailable || isRefusal(error)));
}

it("Whatever bytes of a file are overwritten, what is noticed of it is told as an outage", async () => {
  const bytes = readFileSync(sound.path);
  const damage = fc.record({
    at: fc.integer({ min: 0, max: bytes.length - 1 }),
    with: fc.uint8Array({ minLength: 1, maxLength: 64 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 40 }), async (damages) => {
      const spoilt = Buffer.from(bytes);
      for (const { at, with: garbage } of damages) spoilt.set(garbage.slice(0, bytes.length - at), at);
      writeFileSync(tried.path, spoilt);
      for (const journal of ["-wal", "-shm"]) rmSync(tried.path + journal, { force: true });
      const storage = await openStorage(tried.url).catch((error) => error);
      if (storage instanceof Error) {
        expect(storage).toBeInstanceOf(StorageUnavailable);
        return;
      }
      const errors = await misunderstood(storage);
      await storage.close();
      expect(errors).toEqual([]);
    }),
    { numRuns: 60, seed: 11 },
  );
});

it("A file that becomes shorter by its own account is as good as before", () => {
  const file = new DatabaseFile(tried.path);
  copyFileSync(sound.path, tried.path);
  for (const journal of ["-wal", "-shm"]) writeFileSync(tried.path + journal, "");
  file.look(() => Number.NaN);
  const size = readFileSync(tried.path).length;
  truncateSync(tried.path, size - 4096);
  file.look(() => size - 4096);
  file.trust();
  truncateSync(tried.path, size - 8192);
  expect(() => file.look(() => size - 4096)).toThrow(/is shorter than it was: stop the server/);
  expect(() => file.trust()).toThrow(StorageUnavailable);
});
