import type { Approval, ApprovalStatus } from "../../storage/port/clients.ts";
import type { Instant } from "../../storage/port/time.ts";

/** `none`: nobody ever asked. */
export type ApprovalState = ApprovalStatus | "none";
export type ApprovalAct = "request" | "approve" | "reject" | "withdraw";

/** In which states each act may begin, and which it leaves behind. */
const acts: {
  readonly [A in ApprovalAct]: { readonly from: readonly ApprovalState[]; readonly to: ApprovalStatus };
} = {
  request: { from: ["none", "rejected", "withdrawn"], to: "pending" },
  approve: { from: ["none", "pending", "approved", "rejected", "withdrawn"], to: "approved" },
  reject: { from: ["none", "pending", "approved", "rejected", "withdrawn"], to: "rejected" },
  withdraw: { from: ["pending", "approved", "withdrawn"], to: "withdrawn" },
};

/** Whether an act makes sense now (contract §8). */
export function mayAct(act: ApprovalAct, state: ApprovalState): boolean {
  return acts[act].from.includes(state);
}

export interface ApprovalChange {
  readonly act: ApprovalAct;
  readonly at: Instant;
  /** The admin's reason or note. */
  readonly note?: string | null;
  /** What the developer gives when asking. */
  readonly request?: ApprovalRequest;
}

/** The approval as it is after an act that may be taken: a decision keeps what was asked, asking anew drops the old reason. */
export function approvalAfter(
  { clientId, scope, request: asked }: Pick<Approval, "clientId" | "scope" | "request">,
  { act, at, note = null, request }: ApprovalChange,
): Approval {
  const status = acts[act].to;
  return {
    clientId,
    scope,
    status,
    request: request ? JSON.stringify(request) : asked,
    note,
    decidedAt: status === "pending" ? null : at,
    updatedAt: at,
  };
}

/** What a developer says when asking for a sensitive scope (contract §8), by the names it is stored under. */
export interface ApprovalRequest {
  readonly privacy_policy_url: string | null;
  readonly purpose: string;
  readonly security_measures: string | null;
  readonly compliance_notes: string | null;
  readonly contact: string | null;
}

/** Longest texts, in characters. */
export const approvalLimits = {
  purpose: 1000,
  security_measures: 1000,
  compliance_notes: 1000,
  contact: 200,
  note: 1000,
} as const;

/** What was stored with an approval; null when nobody asked. */
export function readApprovalRequest({ request }: Pick<Approval, "request">): ApprovalRequest | null {
  if (request === null) return null;
  const { contact = null, ...rest } = JSON.parse(request) as ApprovalRequest & { contact?: string | null };
  return { ...rest, contact };
}
