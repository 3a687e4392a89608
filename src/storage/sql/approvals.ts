import type { Selectable } from "kysely";
import type {
  Approval,
  ApprovalPlace,
  ApprovalStatus,
  ClientStore,
  QueuedApproval,
} from "../port/clients.ts";
import { clientOf } from "./client-rows.ts";
import type { ApprovalTable } from "./client-tables.ts";
import { bigint } from "./columns.ts";
import type { Db } from "./database.ts";
import { held } from "./held.ts";
import { prepared } from "./prepared.ts";

const selectApproval = prepared((db, clientId: string, scope: string) =>
  held(db, "approvals", ofClient(db, clientId).where("scope", "=", scope)),
);

export function approvalStore(db: Db): Pick<ClientStore, "approval" | "approvals" | "queue" | "putApproval"> {
  return {
    approval: async (clientId, scope) => {
      const [row] = (await selectApproval(db, clientId, scope)).rows;
      return row && approvalOf(row);
    },
    approvals: async (clientId) => (await ofClient(db, clientId).orderBy("scope").execute()).map(approvalOf),
    queue: (status, limit, after) => queue(db, status, limit, after),
    putApproval: (approval) => put(db, approval),
  };
}

function ofClient(db: Db, clientId: string) {
  return db.selectFrom("approvals").selectAll().where("client_id", "=", clientId);
}

async function queue(
  db: Db,
  status: ApprovalStatus,
  limit: number,
  after?: ApprovalPlace,
): Promise<readonly QueuedApproval[]> {
  let query = db
    .selectFrom("approvals as approval")
    .innerJoin("clients as client", "client.id", "approval.client_id")
    .selectAll("client")
    .select([
      "approval.scope as approval_scope",
      "approval.status as approval_status",
      "approval.request",
      "approval.note",
      "approval.decided_at",
      "approval.updated_at",
    ])
    .where("approval.status", "=", status)
    .orderBy("approval.updated_at")
    .orderBy("approval.client_id")
    .orderBy("approval.scope")
    .limit(limit);
  if (after !== undefined) {
    const { updatedAt, clientId, scope } = after;
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple("approval.updated_at", "approval.client_id", "approval.scope"),
        ">",
        tuple(bigint(updatedAt), clientId, scope),
      ),
    );
  }
  const rows = await query.execute();
  return rows.map((row) => ({
    client: clientOf(row),
    approval: approvalOf({
      ...row,
      client_id: row.id,
      scope: row.approval_scope,
      status: row.approval_status,
    }),
  }));
}

async function put(db: Db, approval: Approval): Promise<void> {
  const decision = {
    status: approval.status,
    request: approval.request,
    note: approval.note,
    decided_at: approval.decidedAt,
    updated_at: approval.updatedAt,
  };
  await db
    .insertInto("approvals")
    .values({ client_id: approval.clientId, scope: approval.scope, ...decision })
    .onConflict((conflict) => conflict.columns(["client_id", "scope"]).doUpdateSet(decision))
    .execute();
}

function approvalOf(row: Selectable<ApprovalTable>): Approval {
  return {
    clientId: row.client_id,
    scope: row.scope,
    status: row.status as ApprovalStatus,
    request: row.request,
    note: row.note,
    decidedAt: row.decided_at,
    updatedAt: row.updated_at,
  };
}
