import { type TextProblem, textProblem, tidied } from "../../protocol/plain-text.ts";
import { type ApprovalRequest, approvalLimits } from "../../protocol/registration/approval.ts";
import { pageUrl } from "../../protocol/registration/page-url.ts";
import type { SubmittedForm } from "../../web/form.tsx";

const textFields = ["purpose", "security_measures", "compliance_notes", "contact"] as const;
type TextField = (typeof textFields)[number];
export type AskedField = TextField | "privacy_policy_url";

/** What was typed when asking for approval. */
export type TypedRequest = { readonly [F in AskedField]: string };
export type RequestProblems = { readonly [F in AskedField]?: TextProblem | "address" };

export function readTypedRequest(form: SubmittedForm): TypedRequest {
  const text = (name: AskedField) => tidied(form.get(name) ?? "");
  return {
    privacy_policy_url: text("privacy_policy_url"),
    purpose: text("purpose"),
    security_measures: text("security_measures"),
    compliance_notes: text("compliance_notes"),
    contact: text("contact"),
  };
}

/** The request, if everything that administrators have to know is there. */
export function readRequest(
  typed: TypedRequest,
): { readonly request: ApprovalRequest } | { readonly problems: RequestProblems } {
  const found = textFields.flatMap((name) => {
    const problem = textProblem(typed[name], approvalLimits[name], name === "contact" ? "one" : "many");
    return problem ? [[name, problem] as const] : [];
  });
  const policy = pageUrl(typed.privacy_policy_url);
  if (policy !== undefined && found.length === 0)
    return { request: { ...typed, privacy_policy_url: policy } };
  return {
    problems: {
      ...Object.fromEntries(found),
      ...(policy === undefined ? { privacy_policy_url: "address" } : {}),
    },
  };
}
