import { expect, it } from "vitest";
import {
  type ApprovalAct,
  type ApprovalState,
  approvalAfter,
  mayAct,
  readApprovalRequest,
} from "./approval.ts";

const asked = {
  privacy_policy_url: "https://a.example/privacy",
  purpose: "delivery",
  security_measures: "encrypted",
  compliance_notes: "UU PDP",
  contact: "privacy@a.example",
};
const none = { clientId: "c", scope: "detail-user", request: null };

it("goes from state to state as the contract says", () => {
  const states: readonly ApprovalState[] = ["none", "pending", "approved", "rejected", "withdrawn"];
  const possible = (act: ApprovalAct) => states.filter((state) => mayAct(act, state));
  expect(possible("request")).toEqual(["none", "rejected", "withdrawn"]);
  expect(possible("approve")).toEqual(states);
  expect(possible("reject")).toEqual(states);
  expect(possible("withdraw")).toEqual(["pending", "approved", "withdrawn"]);
});

it("keeps what was asked through every decision, and forgets a reason when it is asked anew", () => {
  const pending = approvalAfter(none, { act: "request", at: 1, request: asked });
  expect(pending).toEqual({
    ...none,
    status: "pending",
    request: JSON.stringify(asked),
    note: null,
    decidedAt: null,
    updatedAt: 1,
  });
  const rejected = approvalAfter(pending, { act: "reject", at: 2, note: "no policy" });
  expect(rejected).toMatchObject({ status: "rejected", note: "no policy", decidedAt: 2, updatedAt: 2 });
  expect(readApprovalRequest(rejected)).toEqual(asked);
  const again = approvalAfter(rejected, { act: "request", at: 3, request: { ...asked, purpose: "better" } });
  expect(again).toMatchObject({ status: "pending", note: null, decidedAt: null });
  expect(readApprovalRequest(again)?.purpose).toBe("better");
  expect(readApprovalRequest(none)).toBeNull();
});

it("reads what was asked before there was a contact", () => {
  const { contact: _, ...before } = asked;
  expect(readApprovalRequest({ request: JSON.stringify(before) })).toEqual({ ...before, contact: null });
});
