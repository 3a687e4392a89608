import { messages } from "../i18n/messages.ts";
import { type ApprovalRequest, readApprovalRequest } from "../protocol/registration/approval.ts";
import { pageUrl } from "../protocol/registration/page-url.ts";
import type { Approval } from "../storage/port/clients.ts";
import { Fact, Facts } from "../ui/facts.tsx";
import { ltr } from "../ui/ltr.tsx";
import type { AppContext } from "./context.ts";

const fields = ["privacy_policy_url", "purpose", "security_measures", "compliance_notes", "contact"] as const;

/** What a developer wrote when asking for approval, as it was written. */
export function AskedFor({ c, approval }: { readonly c: AppContext; readonly approval: Approval }) {
  const t = messages(c.var.locale).application.approval;
  const request = readApprovalRequest(approval);
  if (request === null) return null;
  return (
    <>
      <h2>{t.asked}</h2>
      <Facts>
        {fields.map((name) => (
          <Answer label={t.request[name]} value={request[name]} address={name === "privacy_policy_url"} />
        ))}
      </Facts>
    </>
  );
}

function Answer(props: {
  readonly label: string;
  readonly value: ApprovalRequest[keyof ApprovalRequest];
  readonly address: boolean;
}) {
  const { label, value, address } = props;
  if (value === null) return null;
  // Once more: what was stored is a link only if it may be one.
  const href = address ? pageUrl(value) : undefined;
  return (
    <Fact label={label}>
      {href === undefined ? (
        <span class="said" dir="auto">
          {value}
        </span>
      ) : (
        <a href={href} rel="noreferrer nofollow">
          {ltr(value)}
        </a>
      )}
    </Fact>
  );
}
