import { defaultLocale } from "../../i18n/locale.ts";
import { readStream } from "../../web/body.ts";
import type { MessageContent } from "../../web/message.ts";
import type { Attempt, Transport } from "../transport.ts";
import { cloudFailure } from "./cloud-errors.ts";

export interface CloudApi {
  /** With its version, for example `https://graph.facebook.com/v23.0`. */
  readonly url: string;
  readonly token: string;
  readonly phoneNumberId: string;
  /** Authentication template with a button that copies the code. */
  readonly template: string;
  /** Utility template with one text; null: notices are not sent by WhatsApp. */
  readonly noticeTemplate: string | null;
  /** Milliseconds for one attempt. */
  readonly timeout?: number;
}

const answerLimit = 64 * 1024;

const text = (value: string) => [{ type: "text", text: value }];

/** Authentication templates take the code twice: in the sentence, and for the button that copies it. */
function codeTemplate(name: string, language: string, code: string) {
  const components = [
    { type: "body", parameters: text(code) },
    { type: "button", sub_type: "url", index: "0", parameters: text(code) },
  ];
  return { type: "template", template: { name, language: { code: language }, components } };
}

function noticeTemplate(name: string, language: string, sentence: string) {
  const components = [{ type: "body", parameters: text(sentence) }];
  return { type: "template", template: { name, language: { code: language }, components } };
}

/** Without a template: only within a day after the person wrote to us. */
function answer(body: string) {
  return { type: "text", text: { preview_url: false, body } };
}

function partsOf(api: CloudApi, { template, locale = defaultLocale, code = "", ...said }: MessageContent) {
  if (template === "code") return codeTemplate(api.template, locale, code);
  if (template === "notice" && api.noticeTemplate !== null)
    return noticeTemplate(api.noticeTemplate, locale, said.text);
  return answer(said.text);
}

/** `biz_opaque_callback_data` comes back with each report about the message. */
function requestOf(api: CloudApi, messageId: string, to: string, content: MessageContent): RequestInit {
  const body = {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    to,
    ...partsOf(api, content),
    biz_opaque_callback_data: messageId,
  };
  return {
    method: "POST",
    headers: { Authorization: `Bearer ${api.token}`, "Content-Type": "application/json" },
    body: JSON.stringify(body),
    redirect: "manual",
    signal: AbortSignal.timeout(api.timeout ?? 10_000),
  };
}

function parsed(bytes: Buffer | undefined): unknown {
  try {
    return JSON.parse(bytes?.toString("utf8") ?? "");
  } catch {
    return undefined;
  }
}

/** Somebody else may answer 200 in Meta's place: sent is what has a message id. */
function isAccepted(body: unknown): boolean {
  const { messages } = (body ?? {}) as { readonly messages?: readonly { readonly id?: unknown }[] };
  return Array.isArray(messages) && typeof messages[0]?.id === "string";
}

function failedAttempt(error: unknown): Attempt {
  const { name, cause } = error as { readonly name?: string; readonly cause?: { readonly code?: unknown } };
  const late = name === "TimeoutError" || name === "AbortError";
  const code = late ? "ETIMEDOUT" : typeof cause?.code === "string" ? cause.code : "ECONNECTION";
  return { outcome: "failed", trouble: "passing", facts: { code, status: undefined } };
}

async function attempt(
  api: CloudApi,
  messageId: string,
  to: string,
  content: MessageContent,
): Promise<Attempt> {
  try {
    const response = await fetch(
      `${api.url}/${api.phoneNumberId}/messages`,
      requestOf(api, messageId, to, content),
    );
    const body = parsed(await readStream(response.body, answerLimit));
    if (response.ok && isAccepted(body)) return { outcome: "sent" };
    return cloudFailure(response.status, body);
  } catch (error) {
    return failedAttempt(error);
  }
}

/** Templates are approved language by language. */
function lacksTemplate(failed: Attempt): boolean {
  return failed.outcome === "failed" && /^132\d{3}$/.test(failed.facts.code);
}

/** Sends through WhatsApp's Cloud API (Meta's Graph API, `POST /<phone number id>/messages`); a template that a language lacks is sent in Indonesian. */
export function cloudApiTransport(api: CloudApi): Transport {
  return {
    async send(messageId, { to, ...content }) {
      const first = await attempt(api, messageId, to, content);
      const { template, locale = defaultLocale } = content;
      if (!template || locale === defaultLocale || !lacksTemplate(first)) return first;
      // Else anybody could close the channel to everybody by asking in a language that has no template.
      return attempt(api, messageId, to, { ...content, locale: defaultLocale });
    },
  };
}
