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

const staleAfter = 500;

/** Reads the setting at most twice a second. */
export function maintenanceState(storage: Storage, clock: Clock): MaintenanceState {
  let readAt = Number.NEGATIVE_INFINITY;
  let current: Maintenance | undefined;
  return async () => {
    if (clock() - readAt < staleAfter) return current;
    readAt = clock();
    const text = await storage.committed.settings.get(maintenanceSetting);
    current = text === undefined ? undefined : (JSON.parse(text) as Maintenance);
    return current;
  };
}
