import { apiError, type CatalogueError } from "../errors/catalogue-error.ts";
import type { Locale } from "../i18n/locale.ts";
import { messages } from "../i18n/messages.ts";
import type { Identifier } from "../identity/contact.ts";
import { greetingName } from "../identity/greeting-name.ts";
import { oneTimeCode } from "../identity/one-time-code.ts";
import type { LimitName } from "../identity/rate-limit.ts";
import { ipKey } from "../identity/rate-limit-key.ts";
import type { ChallengePurpose } from "../storage/port/challenges.ts";
import type { User } from "../storage/port/users.ts";
import type { AppContext } from "./context.ts";
import { deviceOf } from "./device.ts";
import { type Counter, countTogether, giveBack, limitExtras } from "./limit.ts";
import { newChallenge } from "./mailed-link.ts";
import { type Envelope, type MessageContent, queueMessage } from "./message.ts";
import { codeHashOf } from "./one-time-code.ts";
import { orAnew } from "./owner-gone.ts";

/** Milliseconds that a code works. */
export const codeLifetime = 10 * 60_000;

type Budget = Extract<LimitName, `whatsapp_to_${string}`>;

export interface CodeRequest {
  readonly purpose: ChallengePurpose;
  readonly to: Identifier & { readonly kind: "email" | "phone" };
  /** Whose address or number it is, if anybody's; a browser that signed in to their account has counts of its own. */
  readonly owner: User | undefined;
  /** The account for which it is asked, where the person is signed in. */
  readonly userId: number | null;
  /** Who asks gave a right first proof, which strangers cannot: it has counts of its own. */
  readonly proven?: true;
  readonly locale: Locale;
  readonly budget: Budget;
  /** "decoy": everything but the message, at the same cost, and no code is right. */
  readonly delivery: "real" | "decoy";
  /** Whether the page may tell what became of the message: only where one is sent to everybody. */
  readonly traceable: boolean;
  /** Kept with the code: where it leads, and what its purpose needs. */
  readonly payload: object;
}

/**
 * What one code counts against (contract §5). A browser that signed in to the account before is counted by itself, and so
 * is who gave a right first proof: nobody elsewhere, even behind the same address, uses up their codes.
 */
async function countersOf(
  c: AppContext,
  { to, owner, proven, budget }: CodeRequest,
): Promise<readonly Counter[]> {
  const device = deviceOf(c).hash;
  // Asked for numbers without an account too: the same queries take the same time.
  const known = await c.var.site.storage.committed.sessions.knowsDevice(owner?.id ?? 0, device);
  const own = known ? ` ${device}` : proven ? " proven" : "";
  return [
    ...(own === "" ? strangersCounters(c, to.value) : countersTo(to.value.toLowerCase() + own)),
    ...(to.kind === "phone" ? [[budget, "all"] as const] : []),
  ];
}

function countersTo(key: string): readonly Counter[] {
  return [
    ["code_by_recipient", key],
    ["code_by_recipient_and_day", key],
  ];
}

/** What a code counts against that anybody may have sent to anybody. */
export function strangersCounters(c: AppContext, recipient: string): readonly Counter[] {
  return [["code_by_ip", ipKey(c.var.clientIp)], ...countersTo(recipient.toLowerCase())];
}

/** Counts a code that is about to be sent; the error when it may not be. */
export async function countCode(
  c: AppContext,
  counters: readonly Counter[],
): Promise<CatalogueError | undefined> {
  const refusal = await countTogether(c, counters);
  if (refusal?.name.startsWith("whatsapp_"))
    return apiError("service_unavailable", "whatsapp_budget_used", {}, limitExtras(c, refusal));
  return refusal && apiError("rate_limit_exceeded", "codes_rate_limited", {}, limitExtras(c, refusal));
}

/** Alike with an account and without. */
async function count(c: AppContext, request: CodeRequest): Promise<CatalogueError | undefined> {
  const counters = await countersOf(c, request);
  const refusal = await countCode(c, counters);
  if (refusal) return refusal;
  // What is not sent costs nothing.
  if (request.delivery === "decoy")
    await giveBack(
      c,
      counters.filter(([name]) => name === request.budget),
    );
  return undefined;
}

function contentOf(c: AppContext, { purpose, to, owner, locale }: CodeRequest, code: string): MessageContent {
  const service = c.var.site.name;
  const t = messages(locale);
  if (to.kind === "phone") {
    const { subject, text } = t.whatsapp.code;
    return { subject, text: text({ code, service }), code, template: "code", locale };
  }
  const { subject, text } = purpose === "factor_code" ? t.mail.factorCode : t.mail.code;
  const facts = { name: greetingName(owner?.name ?? ""), service, code, link: `${c.var.site.issuer}/forgot` };
  return { subject, text: text(facts), code };
}

/** Sends a code that counts in this very browser, for ten minutes; or the error, with which nothing was sent. */
export async function sendCode(
  c: AppContext,
  request: CodeRequest,
): Promise<{ readonly id: string } | CatalogueError> {
  const refusal = await count(c, request);
  if (refusal) return refusal;
  const { site } = c.var;
  const { purpose, to, userId, payload, delivery, traceable } = request;
  const facts = { purpose, address: to.value.toLowerCase(), userId, payload: "" };
  const { challenge } = newChallenge(site, facts, codeLifetime);
  const code = oneTimeCode(site.entropy);
  const codeHash = codeHashOf(site, challenge.id, delivery === "real" ? code : "none");
  const content = contentOf(c, request, code);
  const channel = to.kind === "phone" ? "whatsapp" : "mail";
  const envelope: Envelope = { channel, to: to.value, expiresAt: challenge.expiresAt };
  const deviceHash = deviceOf(c).hash;
  const send = () =>
    site.storage.write(async (repositories) => {
      const queued = delivery === "real" && (await queueMessage(repositories, site, envelope, content));
      const kept = { ...payload, deviceHash, messageId: traceable && queued ? queued : null };
      await repositories.challenges.create({ ...challenge, codeHash, payload: JSON.stringify(kept) });
    });
  // Whose account has just been deleted hears it from the page that the code would have been for.
  await orAnew(send, async () => {});
  if (channel === "whatsapp") site.whatsapp?.queued();
  return { id: challenge.id };
}
