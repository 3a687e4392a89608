import type { Selectable } from "kysely";
import type { Approval, ApprovalStatus, ClientStore } from "../port/clients.ts";
import type { ApprovalTable, Db } from "./database.ts";
import { held } from "./held.ts";

export function approvalStore(db: Db): Pick<ClientStore, "approval" | "approvals" | "putApproval"> {
  return {
    approval: async (clientId, scope) => {
      const found = ofClient(db, clientId).where("scope", "=", scope);
      const row = await held(db, "approvals", found).executeTakeFirst();
      return row && approvalOf(row);
    },
    approvals: async (clientId) => (await ofClient(db, clientId).orderBy("scope").execute()).map(approvalOf),
    putApproval: (approval) => put(db, approval),
  };
}

function ofClient(db: Db, clientId: string) {
  return db.selectFrom("approvals").selectAll().where("client_id", "=", clientId);
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
