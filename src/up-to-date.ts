import type { Config } from "./config.ts";
import type { OpenStorage } from "./storage/sql/open.ts";

/** Migrates the database as far as a starting server may. Throws one line for the operator where somebody has to act first. */
export async function bringUpToDate(
  storage: OpenStorage,
  config: Pick<Config, "migrateOnStart">,
  log: { info(facts: object, message: string): void },
): Promise<void> {
  const migrations = await storage.migrations.apply({
    backupTaken: config.migrateOnStart,
    copied: (copy) => log.info({ copy }, "the database was copied before migrating it"),
  });
  if (migrations.length > 0) log.info({ migrations }, "migrated");
  if (await storage.transfer.isHalfImported())
    throw new Error("An import into this database was not finished: run the same import again first.");
}
