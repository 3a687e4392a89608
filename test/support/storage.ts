import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OpenStorage, openStorage } from "../../src/storage/sql/open.ts";

type Options = Parameters<typeof openStorage>[1];

/** A fresh, migrated database in memory. */
export async function memoryStorage(options?: Options): Promise<OpenStorage> {
  return migrated("sqlite::memory:", options);
}

/** The URL of a database file that does not exist yet, in a folder of its own, and a way to remove both. */
export function temporaryDatabase(): { readonly url: string; readonly path: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "mubarokah-id-"));
  const path = join(folder, "test.db");
  return { url: `sqlite:${path}`, path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** For tests about something else than time: the machine may have a lot to do. */
export const unhurried = { patience: 15_000 };

/** Opens a database and brings it up to date. */
export async function migrated(url: string, options?: Options): Promise<OpenStorage> {
  const storage = await openStorage(url, options);
  await storage.migrations.apply();
  return storage;
}
