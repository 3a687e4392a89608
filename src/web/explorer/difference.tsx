import type { Messages } from "../../i18n/messages.ts";
import { messages } from "../../i18n/messages.ts";
import { momentText } from "../../i18n/moment.ts";
import { secretsInForce } from "../../protocol/client-authentication/secret.ts";
import { otherName } from "../../protocol/received/names.ts";
import { withoutValues } from "../../protocol/received/redirect-uri.ts";
import { difference, nearestFirst } from "../../protocol/redirect-uri-difference.ts";
import type { Approval, ClientWithSecrets } from "../../storage/port/clients.ts";
import type { Failure } from "../../storage/port/failures.ts";
import type { AppContext } from "../context.ts";

/** A sentence, or characters as programs read them. */
export type Value = string | { readonly characters: string };

function literal(characters: string): Value {
  return { characters };
}

/** One thing that was not as it should have been. */
export interface Difference {
  readonly what: string;
  readonly expected: readonly Value[];
  readonly received: readonly Value[];
  /** What was expected stands in the registration of the application. */
  readonly registered?: boolean;
  readonly note?: string;
  /** How many of the expected are shown at once, where there may be many long ones; the first are those that matter. */
  readonly atOnce?: number;
}

interface Comparison {
  readonly c: AppContext;
  readonly client: ClientWithSecrets;
  readonly failure: Failure;
  /** Of the scope that the error names. */
  readonly approval: Approval | undefined;
}

function explorerOf(c: AppContext): Messages["explorer"] {
  return messages(c.var.locale).explorer;
}

function redirectUriDifference({ c, client, failure }: Comparison): Difference {
  const t = explorerOf(c);
  const { expected, redirectUri } = failure;
  const wanted = expected === null ? client.redirectUris.map(withoutValues) : [expected];
  const registered = expected === null;
  const ordered = redirectUri === null ? wanted : nearestFirst(redirectUri, wanted);
  const same = { what: t.redirectUri, registered, expected: ordered.map(literal), atOnce: 3 };
  if (redirectUri === null) return { ...same, received: [t.nothing] };
  const row = { ...same, received: [literal(redirectUri)] };
  if (wanted.includes(redirectUri)) return { ...row, note: t.registeredNow };
  const texts = messages(c.var.locale).authorize.differences;
  return {
    ...row,
    note: t.kinds(
      difference(redirectUri, wanted)
        .map((kind) => texts[kind])
        .join(", "),
    ),
  };
}

async function scopeDifference({ c, client, failure }: Comparison): Promise<Difference> {
  const t = explorerOf(c);
  const { expected, about, reason, scopes } = failure;
  const ofServer = async () => (await c.var.site.storage.committed.scopes.list()).map(({ name }) => name);
  const wanted =
    reason === "scope_missing"
      ? [about ?? ""]
      : reason === "scope_unknown"
        ? await ofServer()
        : (expected?.split(" ") ?? client.scopes);
  const registered = wanted === client.scopes;
  const received = scopes.length > 0 ? scopes.map(literal) : [t.nothing];
  return { what: t.scopes, registered, expected: wanted.map(literal), received };
}

function approvalDifference({ c, failure, approval }: Comparison): Difference {
  const { states } = messages(c.var.locale).application.approval;
  const { about, reason } = failure;
  const named = {
    approval_not_requested: states.none,
    approval_pending: states.pending,
    approval_rejected: states.rejected,
  };
  const then = named[reason as keyof typeof named] ?? states.withdrawn;
  const row = { what: explorerOf(c).approval(about ?? ""), expected: [states.approved], received: [then] };
  return approval?.status === "approved" ? { ...row, note: explorerOf(c).nowApproved } : row;
}

function secretDifference({ c, client }: Comparison): Difference {
  const t = explorerOf(c);
  const { expected, received } = t.contrast.client_authentication_failed;
  const made = secretsInForce(client, c.var.site.clock()).map(({ createdAt }) =>
    t.secretMade(momentText(c.var.locale, createdAt)),
  );
  return { what: t.secrets, expected: made.length > 0 ? made : [expected], received: [received] };
}

function grantDifference({ c, client, failure }: Comparison): Difference {
  const t = explorerOf(c);
  return {
    what: t.grants,
    registered: true,
    expected: client.grantTypes.map(literal),
    received: [failure.about === null ? t.something : literal(failure.about)],
  };
}

const byReason: Readonly<Record<string, (comparison: Comparison) => Difference | Promise<Difference>>> = {
  redirect_uri_not_registered: redirectUriDifference,
  redirect_uri_missing: redirectUriDifference,
  redirect_uri_mismatch: redirectUriDifference,
  scope_unknown: scopeDifference,
  scope_not_permitted: scopeDifference,
  scope_exceeds_grant: scopeDifference,
  scope_missing: scopeDifference,
  approval_not_requested: approvalDifference,
  approval_pending: approvalDifference,
  approval_rejected: approvalDifference,
  approval_withdrawn: approvalDifference,
  client_authentication_failed: secretDifference,
  grant_not_permitted: grantDifference,
};

/** Their hint says what would have been right, or the parameter was missing or repeated. */
const ofParameters: ReadonlySet<string> = new Set([
  "parameter_missing",
  "parameter_repeated",
  "parameter_malformed",
  "parameter_too_long",
  "parameter_value_unsupported",
  "parameters_too_many",
  "body_too_large",
  "method_not_allowed",
  "grant_type_unsupported",
]);

/** For reasons that the registration says nothing about: what the catalogue's check wanted, in the reader's words. */
function contrastOf({ c, failure }: Comparison): Difference | undefined {
  const t = explorerOf(c);
  const { reason, about, expected } = failure;
  const names = about?.split(" ").map((name) => (name === otherName ? t.otherParameters : name));
  const named = about === otherName ? t.unknownParameter : t.parameter(names?.join(", ") ?? "");
  const what = names === undefined ? t.request : named;
  if (Object.hasOwn(t.contrast, reason)) {
    const contrast = t.contrast[reason as keyof typeof t.contrast];
    return {
      what,
      expected: [expected === null ? contrast.expected : literal(expected)],
      received: [contrast.received],
    };
  }
  if (reason === "parameter_missing") return { what, expected: [t.present], received: [t.nothing] };
  if (reason === "parameter_repeated") return { what, expected: [t.once], received: [t.repeated] };
  if (expected === null) return undefined;
  return { what, expected: [literal(expected)], received: [t.something] };
}

/** Whether what was expected and what came can be said of a reason in any case. */
export function isExplained(reason: string, texts: Messages["explorer"]): boolean {
  return Object.hasOwn(byReason, reason) || Object.hasOwn(texts.contrast, reason) || ofParameters.has(reason);
}

/** What was expected beside what was received; undefined where a request failed for nothing that it said. */
export async function differenceOf(comparison: Comparison): Promise<Difference | undefined> {
  const { reason } = comparison.failure;
  const compare = Object.hasOwn(byReason, reason) ? byReason[reason] : undefined;
  return compare ? compare(comparison) : contrastOf(comparison);
}
