import type { Clock } from "../protocol/ambient.ts";
import type { OpenStorage } from "../storage/sql/open.ts";
import type { Log } from "./log.ts";

type Verdict = "ok" | "unavailable" | "pending" | "stopping";

export interface Look {
  readonly ok: boolean;
  readonly checks: { readonly process: Verdict; readonly database: Verdict; readonly migrations: Verdict };
}

export interface Readiness {
  /** At most a second old, so that probes cost one commit a second however many ask. */
  look(): Promise<Look>;
  /** The process takes nothing new from now on. */
  stopping(): void;
}

const freshFor = 1000;

async function migrationsOf(storage: OpenStorage): Promise<Verdict> {
  const pending = await storage.migrations.plan();
  return pending.length === 0 ? "ok" : "pending";
}

type ToldLog = Pick<Log, "info" | "error">;

/** Tells the log why the database cannot be used, and that it can again, once each. */
function watchedDatabase(storage: OpenStorage, log: ToldLog) {
  let away = false;
  return async (): Promise<Omit<Look["checks"], "process">> => {
    try {
      await storage.check();
      const migrations = await migrationsOf(storage);
      if (away) log.info({}, "the database can be used again");
      away = false;
      return { database: "ok", migrations };
    } catch (err) {
      if (!away) log.error({ err }, "the database cannot be used");
      away = true;
      return { database: "unavailable", migrations: "unavailable" };
    }
  };
}

export function createReadiness(storage: OpenStorage, clock: Clock, log: ToldLog): Readiness {
  const databaseVerdicts = watchedDatabase(storage, log);
  let stopping = false;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: ReturnType<typeof databaseVerdicts> | undefined;
  const database = () => {
    const age = clock() - lookedAt;
    if (!looking || age < 0 || age >= freshFor) {
      lookedAt = clock();
      looking = databaseVerdicts();
    }
    return looking;
  };
  return {
    async look() {
      const { database: reached, migrations } = await database();
      const checks = { process: stopping ? "stopping" : "ok", database: reached, migrations } as const;
      return { ok: Object.values(checks).every((verdict) => verdict === "ok"), checks };
    },
    stopping() {
      stopping = true;
    },
  };
}
