import type { Approval, ApprovalStatus } from "../../storage/port/clients.ts";
import { clientIdOf } from "./client-row.ts";
import { listOf, momentOf, textOf } from "./columns.ts";
import type { DumpRow } from "./dump.ts";
import type { Read } from "./reasons.ts";

const statuses: readonly ApprovalStatus[] = ["pending", "approved", "rejected", "withdrawn"];

/**
 * An admin's decisions: `client_id` with `scope`, or with `scopes` as the API of approvals answers them. Without a `status`
 * the scope is approved.
 */
export function readApprovals(row: DumpRow, now: number): readonly Read<Approval>[] {
  const clientId = clientIdOf(row, "client_id");
  if (clientId === undefined) return [{ skipped: "id_invalid" }];
  const scopes = listOf(row, "scopes", /[\s,]+/) ?? listOf(row, "scope", /[\s,]+/) ?? [];
  if (scopes.length === 0) return [{ skipped: "scope_unknown" }];
  const said = textOf(row, "status")?.toLowerCase() ?? "approved";
  const status = statuses.find((each) => each === said);
  if (status === undefined) return [{ skipped: "status_unknown" }];
  const updatedAt = momentOf(row, "updated_at", "decided_at", "approved_at", "created_at") ?? now;
  const note = textOf(row, "note", "reason")?.slice(0, 1000) ?? null;
  const decidedAt = status === "pending" ? null : updatedAt;
  const approval = { clientId, status, note, decidedAt, updatedAt, request: null };
  return scopes.map((scope) => ({ thing: { ...approval, scope }, notes: [] }));
}
