import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { ConfigError, readConfig, readDatabaseUrl } from "../config.ts";
import { dataFolder } from "../data-folder.ts";
import type { Repositories } from "../storage/port/storage.ts";
import type { Instant } from "../storage/port/time.ts";
import { maintenanceAt, planAhead, readMaintenance } from "../web/maintenance.ts";
import type { Command, Surroundings } from "./command.ts";

interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
}

const good = (check: string, detail: string): Finding => ({ check, ok: true, detail });
const bad = (check: string, detail: string): Finding => ({ check, ok: false, detail });

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function configuration({ environment }: Surroundings): Finding[] {
  try {
    const { mode, issuer } = readConfig(environment);
    return [good("configuration", `${mode}, ${issuer}`)];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.lines.map((line) => bad("configuration", line));
  }
}

/** Nothing is wrong with it, but whoever looks for the reason of a 503 should find it. */
async function maintenance({ settings }: Pick<Repositories, "settings">, now: Instant): Promise<string> {
  const stored = await readMaintenance(settings);
  const on = maintenanceAt(stored, now);
  const ahead = planAhead(stored, now);
  if (on) return `on${on.readOnly ? ", reading goes on" : ""}; maintenance off ends it`;
  return ahead ? `off, planned for ${new Date(ahead.from).toISOString()}` : "off";
}

async function database({ storage, clock }: Surroundings): Promise<Finding[]> {
  try {
    const opened = await storage("as it is");
    const pending = await opened.migrations.plan();
    if (pending.length > 0)
      return [bad("migrations", `${pending.join(", ")} will run at the next start, or with: migrate`)];
    await opened.check();
    return [
      good("database", "answers and accepts writes"),
      good("migrations", "all applied"),
      good("maintenance", await maintenance(opened.committed, clock())),
    ];
  } catch (error) {
    return [bad("database", messageOf(error))];
  }
}

/** Files that only the server's user may read. */
function privateFiles(folder: string): string[] {
  const names = ["", "secret.key", "demo.json"].map((name) => join(folder, name));
  return names.filter((path) => existsSync(path));
}

function fileModes({ environment }: Surroundings): Finding[] {
  const url = readDatabaseUrl(environment);
  const folder = dataFolder(url);
  if (folder === null || process.platform === "win32") return [];
  const file = resolve(url.slice("sqlite:".length));
  const open = [...privateFiles(folder), file].filter(
    (path) => existsSync(path) && (statSync(path).mode & 0o077) !== 0 && !(path === folder),
  );
  if (open.length === 0) return [good("file modes", "nobody else can read the data")];
  return open.map((path) => bad("file modes", `${path} can be read by others; mend with: chmod 600 ${path}`));
}

/** Lifetimes and one-time codes rest on the clock; a database written in the future tells that it went back. */
function clockFindings({ environment, clock }: Surroundings): Finding[] {
  const url = readDatabaseUrl(environment);
  const file = dataFolder(url) === null ? undefined : resolve(url.slice("sqlite:".length));
  const written = file && existsSync(file) ? statSync(file).mtimeMs : 0;
  const now = clock();
  const at = new Date(now).toISOString();
  return written > now + 60_000
    ? [bad("clock", `says ${at}, but the database was written later: set the clock`)]
    : [good("clock", at)];
}

export const doctor: Command = {
  name: "doctor",
  about: "Checks configuration, database, migrations, maintenance, file modes and clock.",
  run: async (_input, surroundings) => {
    const findings = [
      ...configuration(surroundings),
      ...(await database(surroundings)),
      ...fileModes(surroundings),
      ...clockFindings(surroundings),
    ];
    const ok = findings.every((finding) => finding.ok);
    return {
      data: { ok, checks: findings },
      lines: findings.map(
        ({ check, ok: fine, detail }) => `${fine ? "ok   " : "WRONG"}  ${check}: ${detail}`,
      ),
      failed: !ok,
    };
  },
};
