import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../protocol/ambient.ts";
import type { Storage } from "../storage/port/storage.ts";

/** What the operator said when switching maintenance on. */
export interface Maintenance {
  /** Seconds. */
  readonly retryAfter: number;
  readonly message: string | null;
}

/** Undefined while the service works as usual; at most one second old. */
export type MaintenanceState = () => Promise<Maintenance | undefined>;

/** Name of the setting that holds a `Maintenance` as JSON while it is on. */
export const maintenanceSetting = "maintenance";

/** The stored text as what it means. */
export function parseMaintenance(text: string): Maintenance {
  return JSON.parse(text) as Maintenance;
}

const staleAfter = 500;
const patience = 200;

/**
 * Reads the setting at most twice a second, one read for all who ask meanwhile. While the database is away or slow the
 * last answer stands: whether a request can be served then shows elsewhere.
 */
export function maintenanceState(storage: Storage, clock: Clock): MaintenanceState {
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;
  let current: Maintenance | undefined;
  const read = async () => {
    try {
      const text = await storage.committed.settings.get(maintenanceSetting);
      current = text === undefined ? undefined : parseMaintenance(text);
    } catch {
      // Stale beats none; see above.
    } finally {
      readAt = clock();
      reading = undefined;
    }
  };
  return async () => {
    const age = clock() - readAt;
    // A clock that was set back must not freeze the answer.
    if (age >= 0 && age < staleAfter) return current;
    reading ??= read();
    await Promise.race([reading, sleep(patience, undefined, { ref: false })]);
    return current;
  };
}
