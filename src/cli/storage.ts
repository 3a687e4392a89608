import { readDatabaseUrl } from "../config.ts";
import { type OpenStorage, openStorage } from "../storage/sql/open.ts";
import { CommandFailure, type Surroundings } from "./command.ts";

async function open(environment: NodeJS.ProcessEnv): Promise<OpenStorage> {
  const url = readDatabaseUrl(environment);
  if (url === "sqlite::memory:")
    throw new CommandFailure(
      "DATABASE_URL is a database in memory, which ends with its process; the command line needs a file, for example sqlite:./data/mubarokah-id.db.",
    );
  return openStorage(url);
}

/** Opens the database when a command first asks for it, so that help and complaints need none. */
export function storageOnDemand(environment: NodeJS.ProcessEnv): {
  readonly storage: Surroundings["storage"];
  close(): Promise<void>;
} {
  let opened: Promise<OpenStorage> | undefined;
  return {
    storage: async (state) => {
      opened ??= open(environment);
      const storage = await opened;
      if (state === "migrated") await storage.migrations.apply();
      return storage;
    },
    close: async () => {
      const storage = await opened?.catch(() => undefined);
      await storage?.close();
    },
  };
}
