import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/**
 * The folder where what belongs to the installation is kept: that of the SQLite file, `data` where the process was started
 * when the database is elsewhere. Null for a database in memory.
 */
export function dataFolder(databaseUrl: string): string | null {
  if (databaseUrl.startsWith("postgres")) return resolve("data");
  const path = /^sqlite:(.+)$/s.exec(databaseUrl)?.[1];
  return path === undefined || path === ":memory:" ? null : dirname(resolve(path));
}

/**
 * The text of a file in the data folder, made once and readable by nobody else (0600). Of several processes that start
 * at the same time all get the same text. Without a folder it lives as long as the process.
 */
export function keptText(folder: string | null, name: string, make: () => string): string {
  if (folder === null) return make();
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, make(), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    chmodSync(path, 0o600);
  }
  return readFileSync(path, "utf8");
}

/** The text of a file in the data folder if it was ever made. */
export function readKept(folder: string | null, name: string): string | undefined {
  const path = folder === null ? undefined : join(folder, name);
  return path !== undefined && existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

/** Bytes of a SQLite database on disk with its journal; 0 for one in memory or elsewhere. */
export function databaseBytes(databaseUrl: string): number {
  if (dataFolder(databaseUrl) === null || !databaseUrl.startsWith("sqlite:")) return 0;
  const file = resolve(databaseUrl.slice("sqlite:".length));
  const sizes = ["", "-wal"].map((suffix) => statSync(file + suffix, { throwIfNoEntry: false })?.size ?? 0);
  return sizes.reduce((sum, size) => sum + size, 0);
}
