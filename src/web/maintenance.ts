/** What the operator said when switching maintenance on. */
export interface Maintenance {
  /** Seconds. */
  readonly retryAfter: number;
  readonly message: string | null;
}

/** Undefined while the service works as usual; at most one second old. */
export type MaintenanceState = () => Promise<Maintenance | undefined>;
