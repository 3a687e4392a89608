import { setImmediate as nextTurn } from "node:timers/promises";
import type { Command, Option } from "./command.ts";

const dryRun: Option = { name: "dry-run", about: "only say which migrations would run" };
const backupTaken: Option = {
  name: "backup-taken",
  about:
    "there is a backup; needed for a PostgreSQL database with data, a SQLite file is copied beside itself",
};

const migrate: Command = {
  name: "migrate",
  about: "Brings the database up to date, as the server does when it starts.",
  options: [dryRun, backupTaken],
  run: async (input, { storage }) => {
    const { migrations } = await storage("as it is");
    if (input.given(dryRun)) {
      const pending = await migrations.plan();
      return { data: { pending }, lines: pending.length > 0 ? pending : ["Nothing to do."] };
    }
    const copies: string[] = [];
    const applied = await migrations.apply({
      backupTaken: input.given(backupTaken),
      copied: (path) => copies.push(path),
    });
    const [copy = null] = copies;
    const kept = copy === null ? [] : [`The database as it was is in ${copy}`];
    return {
      data: { applied, copy },
      lines: applied.length > 0 ? [...applied, ...kept] : ["Nothing to do."],
    };
  },
};

const batch = 500;

const purge: Command = {
  name: "purge",
  about: "Deletes now what no answer can depend on any more; servers do the same all the time.",
  run: async (_input, { storage, clock }) => {
    const opened = await storage("migrated");
    let removed = 0;
    for (let more = true; more; ) {
      const result = await opened.purge(clock(), batch);
      removed += result.removed;
      more = result.more;
      await nextTurn();
    }
    return { data: { removed }, lines: [`Removed ${removed} rows.`] };
  },
};

export const databaseCommands: readonly Command[] = [migrate, purge];
