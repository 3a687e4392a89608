import { messages } from "../i18n/messages.ts";
import type { ApprovalState } from "../protocol/registration/approval.ts";
import type { AppContext } from "./context.ts";

const kinds: { readonly [S in ApprovalState]: string } = {
  none: "tag",
  pending: "tag warning",
  approved: "tag good",
  rejected: "tag danger",
  withdrawn: "tag danger",
};

/** How the approval of a scope stands, as a tag. */
export function ApprovalTag({ c, state }: { readonly c: AppContext; readonly state: ApprovalState }) {
  return <span class={kinds[state]}>{messages(c.var.locale).application.approval.states[state]}</span>;
}
