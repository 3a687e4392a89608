import { createHmac, randomInt } from "node:crypto";
import type { OutboxEntry } from "../../src/features/outbox/outbox.routes.ts";
import type { User } from "../../src/storage/port/users.ts";
import type { ApiSeed } from "./api-seed.ts";
import { mailsTo } from "./outbox.ts";
import type { TestServer } from "./server.ts";
import { type Page, Visitor } from "./visitor.ts";

export const webhook = {
  appSecret: "4e7a9b1c2d3f405162738495a6b7c8d9",
  verifyToken: "a-verify-token",
  number: "+6281111111111",
} as const;

/** Settings with which people can write to the business number first. */
export const webhookEnv = {
  WHATSAPP_APP_SECRET: webhook.appSecret,
  WHATSAPP_VERIFY_TOKEN: webhook.verifyToken,
  WHATSAPP_NUMBER: webhook.number,
};

/** A number that nobody else has, in E.164. */
export function aNumber(): string {
  return `+62812${String(randomInt(100_000_000)).padStart(8, "0")}`;
}

/** Asks on the sign-in page for a code by WhatsApp; redirects are not followed. */
export async function askForCode(visitor: Visitor, number: string, path = "/login"): Promise<Page> {
  return visitor.post(await visitor.get(path), { identifier: number }, ["way", "whatsapp"]);
}

/** The same, on to the page that waits for the code. */
export async function waitForCode(visitor: Visitor, number: string, path = "/login"): Promise<Page> {
  return visitor.follow(await askForCode(visitor, number, path));
}

/** The messages by WhatsApp to a number, newest first. */
export async function messagesTo(server: TestServer, number: string): Promise<OutboxEntry[]> {
  return (await mailsTo(server, number)).filter(({ channel }) => channel === "whatsapp");
}

/** The code in the newest message to a number. */
export async function codeTo(server: TestServer, number: string): Promise<string> {
  const newest = (await messagesTo(server, number)).find(({ code }) => code !== undefined);
  if (newest?.code === undefined) throw new Error(`No code to ${number}`);
  return newest.code;
}

/** Another code: `distance` further on. */
export function otherCode(code: string, distance = 1): string {
  return String((Number(code) + distance) % 1_000_000).padStart(6, "0");
}

/** Fills in the registration form with a number; resolves to the page that asks for the code. */
export async function beginByNumber(
  visitor: Visitor,
  fields: { readonly name?: string; readonly phone_number: string; readonly password?: string },
  path = "/register",
): Promise<Page> {
  return visitor.submit(await visitor.get(path), { name: "Siti Aminah", ...fields });
}

/** The whole registration; redirects after it are not followed. */
export async function registerByNumber(
  server: TestServer,
  visitor: Visitor,
  number: string,
  path?: string,
): Promise<Page> {
  const page = await beginByNumber(visitor, { phone_number: number }, path);
  return visitor.post(page, { code: await codeTo(server, number) });
}

/** Somebody who has nothing but a number, just signed in. */
export async function signedInByNumber(
  seed: ApiSeed,
): Promise<{ readonly visitor: Visitor; readonly user: User; readonly number: string }> {
  const number = aNumber();
  const user = await seed.user({ email: null, emailVerifiedAt: null, phoneNumber: number });
  const visitor = new Visitor(seed.server.origin);
  const page = await waitForCode(visitor, number);
  const answer = await visitor.post(page, { code: await codeTo(seed.server, number) });
  if (!isSignedIn(answer)) throw new Error(`Not signed in: ${answer.text}`);
  return { visitor, user, number };
}

/** Whether an answer signed somebody in. */
export function isSignedIn(page: Page): boolean {
  return page.headers.getSetCookie().some((cookie) => cookie.startsWith("mbid_session=mbid_bs_"));
}

/** A call of the webhook, signed as Meta does unless another signature is given. */
export function callWebhook(
  server: TestServer,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const bytes = Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
  const signature = `sha256=${createHmac("sha256", webhook.appSecret).update(bytes).digest("hex")}`;
  const all = { "Content-Type": "application/json", "X-Hub-Signature-256": signature, ...headers };
  return fetch(`${server.origin}/webhooks/whatsapp`, { method: "POST", headers: all, body: bytes });
}

/** The frame of a call, as Meta sends it. */
export function notification(value: object, phoneNumberId = "106540352242922"): object {
  const metadata = { display_phone_number: "6281111111111", phone_number_id: phoneNumberId };
  const changes = [{ value: { messaging_product: "whatsapp", metadata, ...value }, field: "messages" }];
  return { object: "whatsapp_business_account", entry: [{ id: "102290129340398", changes }] };
}

/** A text that somebody sent from a number. */
export function inbound(number: string, text: string): object {
  const from = number.slice(1);
  const contacts = [{ profile: { name: "Siti" }, wa_id: from }];
  const message = { from, id: `wamid.${text.length}`, timestamp: "1749416383", type: "text" };
  return notification({ contacts, messages: [{ ...message, text: { body: text } }] });
}

/** What Meta reports about one of our messages. */
export function report(messageId: string, status: string, code?: number): object {
  const errors = code === undefined ? {} : { errors: [{ code, title: "Message undeliverable" }] };
  const facts = { id: "wamid.x", status, timestamp: "1749416383", recipient_id: "6281" };
  return notification({ statuses: [{ ...facts, biz_opaque_callback_data: messageId, ...errors }] });
}

/** Begins a sign-in by writing first; resolves to its page and to the message that the link has ready. */
export async function beginByWriting(
  visitor: Visitor,
  page: Page,
): Promise<{ readonly page: Page; readonly text: string }> {
  const form = page.forms.find(({ action }) => action.includes("/login/write"));
  if (!form) throw new Error(`Nothing to write to at ${page.url.href}:\n${page.text}`);
  const begun = await visitor.follow(
    await visitor.request(form.action, { method: "POST", body: new URLSearchParams([...form.fields]) }),
  );
  const link = /href="(https:\/\/wa\.me\/[^"]+)"/.exec(begun.text)?.[1];
  return { page: begun, text: new URL(link ?? "missing:link").searchParams.get("text") ?? "" };
}
