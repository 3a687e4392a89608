import type { Instant } from "./time.ts";

/** Everything that is written down; a page has a sentence for each. */
export const auditActions = [
  "user.created",
  "user.disabled",
  "user.factors_reset",
  "user.enabled",
  "user.signed_out",
  "user.password_set",
  "user.role_changed",
  "user.deleted",
  "client.created",
  "client.changed",
  "client.disabled",
  "client.enabled",
  "client.verified",
  "client.unverified",
  "client.secret_rotated",
  "client.test_on",
  "client.test_off",
  "client.tester_invited",
  "client.tester_removed",
  "client.deleted",
  "approval.requested",
  "approval.approved",
  "approval.rejected",
  "approval.withdrawn",
  "scope.created",
  "audit.exported",
  "maintenance.on",
  "maintenance.off",
  "maintenance.planned",
  "maintenance.plan_cancelled",
] as const;
export type AuditAction = (typeof auditActions)[number];

export const auditTargetKinds = ["user", "client", "scope", "server"] as const;

/** What an act was done to. It may be gone by now; its id is never given to anything else. */
export interface AuditTarget {
  readonly kind: (typeof auditTargetKinds)[number];
  readonly id: string;
}

/** Names of what changed, reasons and limits; never a secret, token or code, and nothing of a person but their id. */
export type AuditDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** Who did what to whom, from where and when. Written in the unit of the act itself: the one is stored with the other or not at all. */
export interface AuditEntry {
  readonly id: string;
  readonly at: Instant;
  /** The person who did it; null for the command line and the server itself. */
  readonly actorId: number | null;
  readonly via: "page" | "api" | "command_line" | "server";
  readonly action: AuditAction;
  readonly target: AuditTarget;
  /** Null where no request came from anywhere. */
  readonly ip: string | null;
  readonly requestId: string | null;
  readonly details: AuditDetails;
}

/** Entries must fit all that is given; `since` is the first moment, `until` the first one after. */
export interface AuditFilter {
  readonly actorId?: number;
  readonly action?: AuditAction;
  readonly target?: AuditTarget;
  readonly since?: Instant;
  readonly until?: Instant;
}

/** Append-only: there is no verb that changes or removes an entry, and it outlives whom it tells of. */
export interface AuditStore {
  add(entry: AuditEntry): Promise<void>;
  /** Newest first; `before` is the last one seen. */
  list(
    filter: AuditFilter,
    limit: number,
    before?: Pick<AuditEntry, "at" | "id">,
  ): Promise<readonly AuditEntry[]>;
}
