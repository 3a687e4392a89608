import type { Clock } from "../protocol/ambient.ts";
import type { OpenStorage } from "../storage/sql/open.ts";

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

async function databaseVerdicts(storage: OpenStorage): Promise<Omit<Look["checks"], "process">> {
  try {
    await storage.check();
    return { database: "ok", migrations: await migrationsOf(storage) };
  } catch {
    return { database: "unavailable", migrations: "unavailable" };
  }
}

export function createReadiness(storage: OpenStorage, clock: Clock): Readiness {
  let stopping = false;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: ReturnType<typeof databaseVerdicts> | undefined;
  const database = () => {
    const age = clock() - lookedAt;
    if (!looking || age < 0 || age >= freshFor) {
      lookedAt = clock();
      looking = databaseVerdicts(storage);
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
