import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../protocol/ambient.ts";
import type { SettingStore } from "../storage/port/settings.ts";
import type { Storage } from "../storage/port/storage.ts";
import type { Instant } from "../storage/port/time.ts";

/** What the operator said when switching maintenance on. */
export interface Maintenance {
  /** Seconds. */
  readonly retryAfter: number;
  readonly message: string | null;
  /** What only reads goes on: pages that are looked at, the user API, introspection. */
  readonly readOnly?: boolean;
}

/** A maintenance that comes and goes by itself. */
export interface PlannedMaintenance {
  readonly from: Instant;
  readonly until: Instant;
  readonly message: string | null;
  readonly readOnly: boolean;
}

export interface MaintenanceState {
  /** Undefined while the service works as usual; at most one second old, and there at once when it is fresh enough. */
  readonly maintenance: () => Maintenance | undefined | Promise<Maintenance | undefined>;
  /** A window that has not begun yet, as up to date. */
  readonly planned: () => Promise<PlannedMaintenance | undefined>;
}

/** Names of the settings that hold a `Maintenance` while it is on, and a `PlannedMaintenance`, as JSON. */
export const maintenanceSetting = "maintenance";
const planSetting = "maintenance_plan";

interface Stored {
  readonly maintenance: Maintenance | undefined;
  readonly plan: PlannedMaintenance | undefined;
}

/** The maintenance of this moment: what was switched on, else the window that the moment is in. */
export function maintenanceAt({ maintenance, plan }: Stored, now: Instant): Maintenance | undefined {
  if (maintenance || !plan || now < plan.from || now >= plan.until) return maintenance;
  const { until, message, readOnly } = plan;
  return { retryAfter: Math.ceil((until - now) / 1000), message, readOnly };
}

/** The window that lies ahead. */
export function planAhead({ plan }: Stored, now: Instant): PlannedMaintenance | undefined {
  return plan && plan.from > now ? plan : undefined;
}

export async function readMaintenance(settings: Pick<SettingStore, "get">): Promise<Stored> {
  const [maintenance, plan] = await Promise.all([
    settings.get(maintenanceSetting),
    settings.get(planSetting),
  ]);
  return {
    maintenance: maintenance === undefined ? undefined : (JSON.parse(maintenance) as Maintenance),
    plan: plan === undefined ? undefined : (JSON.parse(plan) as PlannedMaintenance),
  };
}

export function switchMaintenanceOn(
  settings: Pick<SettingStore, "put">,
  maintenance: Maintenance,
): Promise<void> {
  return settings.put(maintenanceSetting, JSON.stringify(maintenance));
}

/** Ends what was switched on, and a window that has begun; one that lies ahead stays. */
export async function switchMaintenanceOff(
  settings: Pick<SettingStore, "get" | "delete">,
  now: Instant,
): Promise<void> {
  await settings.delete(maintenanceSetting);
  const { plan } = await readMaintenance(settings);
  if (plan && plan.from <= now) await settings.delete(planSetting);
}

/** In place of any other window. */
export function planMaintenance(
  settings: Pick<SettingStore, "put">,
  plan: PlannedMaintenance,
): Promise<void> {
  return settings.put(planSetting, JSON.stringify(plan));
}

export async function cancelPlan(settings: Pick<SettingStore, "delete">): Promise<void> {
  await settings.delete(planSetting);
}

const staleAfter = 500;
const patience = 200;

/**
 * Reads the settings at most twice a second, one read for all who ask meanwhile. While the database is away or slow the
 * last answer stands: whether a request can be served then shows elsewhere.
 */
export function maintenanceState(storage: Storage, clock: Clock): MaintenanceState {
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;
  let stored: Stored = { maintenance: undefined, plan: undefined };
  const read = async () => {
    try {
      stored = await readMaintenance(storage.committed.settings);
    } catch {
      // Stale beats none; see above.
    } finally {
      readAt = clock();
      reading = undefined;
    }
  };
  const isUpToDate = (now: Instant) => {
    const age = now - readAt;
    // A clock that was set back must not freeze the answer.
    return age >= 0 && age < staleAfter;
  };
  const bringUpToDate = async () => {
    reading ??= read();
    await Promise.race([reading, sleep(patience, undefined, { ref: false })]);
  };
  return {
    maintenance: () => {
      const now = clock();
      if (isUpToDate(now)) return maintenanceAt(stored, now);
      return bringUpToDate().then(() => maintenanceAt(stored, clock()));
    },
    planned: async () => {
      if (!isUpToDate(clock())) await bringUpToDate();
      return planAhead(stored, clock());
    },
  };
}
