import { z } from "zod";
import { inputMessage } from "../../../errors/input-messages.ts";
import { readApprovalRequest } from "../../../protocol/registration/approval.ts";
import type { Approval, Client } from "../../../storage/port/clients.ts";
import type { Call } from "../../../web/call.ts";
import { approvalSeen, decideApproval, soughtApproval } from "../acts/decide-approval.ts";
import { approvalStates, approvalsPage } from "../lists.ts";
import { fieldsRefused } from "./input.ts";
import { after, moment, momentOf, next, placesOf } from "./list.ts";
import { doing, type Operation, reading } from "./operation.ts";

const group = "approvals";
const one = "/api/admin/approvals/:client_id/:scope";

const approvalSchema = z.strictObject({
  client_id: z.string(),
  application: z.string(),
  scope: z.string(),
  status: z.enum([...approvalStates, "none"]),
  request: z
    .strictObject({
      privacy_policy_url: z.string().nullable(),
      purpose: z.string(),
      security_measures: z.string().nullable(),
      compliance_notes: z.string().nullable(),
      contact: z.string().nullable(),
    })
    .nullable(),
  note: z.string().nullable(),
  decided_at: moment.nullable(),
  updated_at: moment.nullable(),
  version: z.string().meta({ description: "How it stands, as one text; a decision is for it." }),
});

interface Standing {
  readonly client: Client;
  readonly scope: string;
  readonly approval: Approval | undefined;
}

function approvalBody({ client, scope, approval }: Standing): z.output<typeof approvalSchema> {
  return {
    ...{ client_id: client.id, application: client.name, scope, status: approval?.status ?? "none" },
    request: approval ? readApprovalRequest(approval) : null,
    note: approval?.note ?? null,
    decided_at: approval?.decidedAt == null ? null : momentOf(approval.decidedAt),
    updated_at: approval ? momentOf(approval.updatedAt) : null,
    version: approvalSeen({ approval }),
  };
}

async function bodyOf({ site }: Call, { client_id, scope }: { client_id: string; scope: string }) {
  return approvalBody(await soughtApproval(site.storage.committed, client_id, scope));
}

export const approvalOperations: readonly Operation[] = [
  reading({
    ...{ id: "listApprovals", group, path: "/api/admin/approvals" },
    summary: "Approvals in one state, those that wait longest first.",
    names: ["state", "after"],
    input: z.object({ state: z.enum(approvalStates).default("pending"), after }),
    output: z.strictObject({ approvals: z.array(approvalSchema), next }),
    read: async (call, { state, after: given }) => {
      const places = placesOf(call, `approvals ${state}`);
      const found = await approvalsPage(call.site, state, places.asked(given));
      const approvals = found.entries.map((entry) => approvalBody({ ...entry, scope: entry.approval.scope }));
      return { approvals, next: places.give(found.next) };
    },
  }),
  reading({
    ...{ id: "showApproval", group, path: one },
    summary: "How an application stands with a sensitive scope that it is registered for.",
    names: ["client_id", "scope"],
    input: z.object({ client_id: z.string(), scope: z.string() }),
    output: approvalSchema,
    read: bodyOf,
  }),
  doing({
    ...{ id: "decideApproval", group, path: one, act: decideApproval, output: approvalSchema },
    summary:
      "Approves, rejects (with a `note` that says why) or withdraws; `seen` is the `version` that was looked at.",
    done: async (call, input, decided, { mailQueued }) => {
      if (decided === "changed") throw fieldsRefused({ seen: [inputMessage("changed")] });
      mailQueued();
      return bodyOf(call, input);
    },
  }),
];
