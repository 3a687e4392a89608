import type { Approval } from "../../storage/port/clients.ts";
import type { Repositories } from "../../storage/port/storage.ts";
import { auditClient } from "../audit.ts";
import type { Surroundings } from "../command.ts";
import { readApprovals } from "./approval-row.ts";
import { type ClientRules, type ImportedClient, readClient } from "./client-row.ts";
import type { DumpRow, NumberedRow } from "./dump.ts";
import type { Read } from "./reasons.ts";
import type { PassportTable } from "./report.ts";
import { rememberCost, type Taken, takeApproval, takeClient, takeUser } from "./take.ts";
import { type ImportedUser, readUser, userIdOf } from "./user-row.ts";

/** How the rows of one table are read and taken; all of a batch in one transaction. */
export interface Taking<Thing> {
  readonly table: PassportTable;
  /** Names that its dump may have. */
  readonly files: readonly string[];
  /** The column that names a row in the report. */
  readonly id: string;
  readonly read: (row: DumpRow) => readonly Read<Thing>[];
  readonly take: (all: Repositories, thing: Thing) => Promise<Taken>;
  /** What else belongs to a batch. */
  readonly finish: (
    all: Repositories,
    rows: readonly NumberedRow[],
    taken: readonly Thing[],
  ) => Promise<void>;
}

/** Stands in the audit log with applications and approvals; people are far too many for it. */
const origin = { from: "passport" };

/** `anyDeleted`: somebody was deleted from this database, ever. */
export function usersTaking(now: number, anyDeleted: boolean): Taking<ImportedUser> {
  return {
    table: "users",
    files: ["users"],
    id: "id",
    read: (row) => [readUser(row, now)],
    take: (all, user) => takeUser(all, user, anyDeleted),
    finish: async (all, rows, taken) => {
      const ids = rows.map(({ row }) => (row && userIdOf(row)) ?? 0);
      await all.users.reserveIds(Math.max(0, ...ids));
      await rememberCost(
        all,
        taken.map(({ passwordHash }) => passwordHash),
      );
    },
  };
}

export function clientsTaking(rules: ClientRules, surroundings: Surroundings): Taking<ImportedClient> {
  return {
    table: "clients",
    files: ["oauth_clients"],
    id: "id",
    read: (row) => [readClient(row, rules)],
    take: takeClient,
    finish: async (all, _rows, taken) => {
      for (const { client } of taken) {
        await auditClient(surroundings, all, client.id, { action: "client.created", details: origin });
      }
    },
  };
}

export function approvalsTaking(
  now: number,
  sensitive: ReadonlySet<string>,
  surroundings: Surroundings,
): Taking<Approval> {
  return {
    table: "approvals",
    files: ["scope_approvals", "approvals"],
    id: "client_id",
    read: (row) => readApprovals(row, now),
    take: (all, approval) => takeApproval(all, approval, sensitive),
    finish: async (all, _rows, taken) => {
      for (const { clientId, scope, status } of taken) {
        const action = status === "pending" ? "approval.requested" : (`approval.${status}` as const);
        await auditClient(surroundings, all, clientId, { action, details: { ...origin, scope } });
      }
    },
  };
}
