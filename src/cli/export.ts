import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { resolve } from "node:path";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { fingerprint, knownSecretKeys } from "../secret-keys.ts";
import { newFile } from "../storage/sql/backup/new-file.ts";
import { BackupError } from "../storage/sql/backup/sqlite-file.ts";
import type { Exported } from "../storage/sql/transfer/export.ts";
import { type Argument, type Command, CommandFailure } from "./command.ts";

const file: Argument = {
  name: "FILE",
  about: "where to; packed when the name ends in .gz",
  example: "/var/backups/id-2026-11-23.ndjson.gz",
};

/** Fast rather than small: the rows are mostly hashes. */
const packing = { level: 3 };

type Export = (write: (text: string) => Promise<void>) => Promise<Exported>;

/** Lets `exportAll` write a new file, no faster than the disk takes it. */
async function writeExport(path: string, exportAll: Export): Promise<Exported> {
  const target = newFile(path);
  try {
    const sink = path.endsWith(".gz") ? createGzip(packing) : new PassThrough();
    const stored = pipeline(sink, createWriteStream(target.partial, { flags: "r+" }));
    const written = (async () => {
      const exported = await exportAll(async (text) => {
        if (!sink.write(text)) await once(sink, "drain");
      });
      sink.end();
      return exported;
    })();
    const [exported] = await Promise.all([written, stored]);
    target.keep();
    return exported;
  } catch (error) {
    throw target.discard(error);
  }
}

const noKeys =
  "SECRET_KEY is not set: the export does not say which key it belongs to, and import cannot check it.";

export const exportCommand: Command = {
  name: "export",
  about:
    "Writes everything as it is at one moment into a new file that import reads on any database, while servers go on. It holds personal data.",
  arguments: [file],
  run: async ({ words }, { storage, environment, clock, progress }) => {
    const path = resolve(words[0] ?? "");
    const { transfer } = await storage("migrated");
    const keys = knownSecretKeys(environment).map(fingerprint);
    if (keys.length === 0) progress(noKeys);
    try {
      const { rows, totals } = await writeExport(path, (write) => transfer.exportTo(keys, clock(), write));
      const tables = Object.fromEntries(Object.entries(totals).map(([name, total]) => [name, total.rows]));
      return {
        data: { file: path, rows, tables, secret_keys: keys },
        lines: [
          ...Object.entries(tables).map(([name, count]) => `${name}: ${count}`),
          `${path}: ${rows} rows. It holds personal data; keep it like the database, and SECRET_KEY apart.`,
        ],
      };
    } catch (error) {
      throw error instanceof BackupError ? new CommandFailure(error.message) : error;
    }
  },
};
