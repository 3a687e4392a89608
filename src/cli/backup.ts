import { resolve } from "node:path";
import { readDatabaseUrl } from "../config.ts";
import { copyDatabase } from "../storage/sql/backup/copy.ts";
import { restoreDatabase } from "../storage/sql/backup/restore.ts";
import { BackupError, sqliteFile } from "../storage/sql/backup/sqlite-file.ts";
import { type Argument, type Command, CommandFailure, type Option } from "./command.ts";

const file: Argument = { name: "FILE", about: "the backup", example: "/var/backups/id-2026-11-23.db" };
const force: Option = { name: "force", about: "replace the database that is there; it is kept aside" };

/** The database file of DATABASE_URL; PostgreSQL brings tools of its own for what these commands do. */
function databaseFile(environment: NodeJS.ProcessEnv, instead: string): string {
  const path = sqliteFile(readDatabaseUrl(environment));
  if (path === undefined)
    throw new CommandFailure(`DATABASE_URL is no SQLite file: ${instead}, or export and import.`);
  return resolve(path);
}

/** What is wrong with a file is the operator's to mend, in one line. */
function told<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof BackupError ? new CommandFailure(error.message) : error;
  }
}

const backup: Command = {
  name: "backup",
  about:
    "Copies the SQLite database as it is at one moment into a new file, checked and readable by its owner only. Servers go on meanwhile. It holds personal data.",
  arguments: [file],
  run: async ({ words }, { environment }) => {
    const from = databaseFile(environment, "use pg_dump");
    const to = resolve(words[0] ?? "");
    const { bytes, users, migration } = told(() => copyDatabase(from, to));
    return {
      data: { file: to, bytes, users, migration },
      lines: [
        `${to}: ${bytes} bytes, ${users} users, checked. It holds personal data; keep SECRET_KEY apart.`,
      ],
    };
  },
};

const restore: Command = {
  name: "restore",
  about:
    "Puts a backup in the place of the SQLite database, after checking it. The server must be stopped; what was there is kept aside.",
  arguments: [file],
  options: [force],
  run: async (input, { environment, clock }) => {
    const target = databaseFile(environment, "use pg_restore");
    const from = resolve(input.words[0] ?? "");
    const done = told(() => restoreDatabase(from, target, clock(), input.given(force)));
    const { replaced, bytes, users, migration } = done;
    const aside = replaced === null ? [] : [`The database that was there is now ${replaced}`];
    return {
      data: { file: target, bytes, users, migration, replaced },
      lines: [`${target}: restored, ${users} users.`, ...aside],
    };
  },
};

export const backupCommands: readonly Command[] = [backup, restore];
