import type { Attempt } from "../transport.ts";

/** What an error code of the Cloud API means for us. */
interface Meaning {
  readonly outcome: "refused" | "failed";
  readonly trouble?: "passing" | "standing";
  readonly hint?: string;
}

/** This number gets no messages from us by WhatsApp, now or later. */
const unreachable: Meaning = { outcome: "refused" };
/** To this number only, or for this moment only. */
const later: Meaning = { outcome: "failed" };
const hiccup: Meaning = { outcome: "failed", trouble: "passing" };
const throttled: Meaning = {
  outcome: "failed",
  trouble: "standing",
  hint: "Messages are sent faster than the account may; see its limits in WhatsApp Manager",
};

function operators(hint: string): Meaning {
  return { outcome: "failed", trouble: "standing", hint };
}

const token = operators("WHATSAPP_TOKEN is expired or may not send messages");
const number = operators("WHATSAPP_PHONE_NUMBER_ID is not a number that may send");
const account = operators("The WhatsApp business account is restricted or not paid; see WhatsApp Manager");
const template = operators(
  "WHATSAPP_TEMPLATE must name an approved authentication template in every language of this server",
);

/** By code: Meta asks not to rely on statuses, subcodes or titles. */
const meanings = new Map<number, Meaning>([
  ...[130_472, 130_497, 131_021, 131_026, 131_030, 131_047, 131_049, 131_050].map(
    (code) => [code, unreachable] as const,
  ),
  [131_056, later],
  ...[1, 2, 131_000, 131_016, 131_057, 133_004].map((code) => [code, hiccup] as const),
  ...[4, 80_007, 130_429, 131_048].map((code) => [code, throttled] as const),
  ...[0, 3, 10, 190, 131_005].map((code) => [code, token] as const),
  ...[33, 131_037, 131_045, 133_010].map((code) => [code, number] as const),
  ...[368, 131_031, 131_042].map((code) => [code, account] as const),
  ...[132_000, 132_001, 132_005, 132_007, 132_012, 132_015, 132_016].map((code) => [code, template] as const),
]);

/** Where no code came along: a proxy's answer, or an outage. */
function meaningOf(code: number | undefined, status: number): Meaning {
  const known = code === undefined ? undefined : meanings.get(code);
  if (known) return known;
  if (code !== undefined && code >= 200 && code < 300) return token;
  if (status === 401 || status === 403) return token;
  return status === 429 ? throttled : hiccup;
}

/** What an error response says: `body` is its parsed JSON, or anything else. */
export function cloudFailure(status: number, body: unknown): Attempt {
  const { error } = (body ?? {}) as { readonly error?: { readonly code?: unknown } };
  const code = typeof error?.code === "number" ? error.code : undefined;
  const { outcome, trouble, hint } = meaningOf(code, status);
  const facts = { code: String(code ?? "EANSWER"), status, ...(hint ? { hint } : {}) };
  return outcome === "refused" ? { outcome, facts } : { outcome, facts, ...(trouble ? { trouble } : {}) };
}

/** What an error reported after sending says of the channel. */
export function reportedFailure(code: number): Attempt {
  return cloudFailure(200, { error: { code } });
}

/** Whether an error reported after sending is about the recipient. */
export function isAboutRecipient(code: number): boolean {
  return meanings.get(code) === unreachable;
}
