import type { Selectable } from "kysely";
import type {
  AuditAction,
  AuditDetails,
  AuditEntry,
  AuditFilter,
  AuditStore,
  AuditTarget,
} from "../port/audit.ts";
import { bigint, fromJson } from "./columns.ts";
import type { AuditTable, Db } from "./database.ts";

export function auditStore(db: Db): AuditStore {
  return {
    add: async (entry) => {
      await db.insertInto("audit_log").values(auditRow(entry)).execute();
    },
    list: (filter, limit, before) => list(db, filter, limit, before),
  };
}

function auditRow({ target, details, ...entry }: AuditEntry): Selectable<AuditTable> {
  return {
    id: entry.id,
    at: entry.at,
    actor_id: entry.actorId,
    via: entry.via,
    action: entry.action,
    target_kind: target.kind,
    target_id: target.id,
    ip: entry.ip,
    request_id: entry.requestId,
    details: JSON.stringify(details),
  };
}

async function list(
  db: Db,
  { actorId, action, target, since, until }: AuditFilter,
  limit: number,
  before?: Pick<AuditEntry, "at" | "id">,
): Promise<readonly AuditEntry[]> {
  let query = db.selectFrom("audit_log").selectAll().orderBy("at", "desc").orderBy("id", "desc").limit(limit);
  if (actorId !== undefined) query = query.where("actor_id", "=", actorId);
  if (action !== undefined) query = query.where("action", "=", action);
  if (target !== undefined) {
    query = query.where("target_kind", "=", target.kind).where("target_id", "=", target.id);
  }
  if (since !== undefined) query = query.where("at", ">=", since);
  if (until !== undefined) query = query.where("at", "<", until);
  if (before !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple("at", "id"), "<", tuple(bigint(before.at), before.id)),
    );
  }
  return (await query.execute()).map(entryOf);
}

function entryOf(row: Selectable<AuditTable>): AuditEntry {
  return {
    id: row.id,
    at: row.at,
    actorId: row.actor_id,
    via: row.via as AuditEntry["via"],
    action: row.action as AuditAction,
    target: { kind: row.target_kind as AuditTarget["kind"], id: row.target_id },
    ip: row.ip,
    requestId: row.request_id,
    details: fromJson(row.details) as AuditDetails,
  };
}
