import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { ageChallenges } from "../support/outbox.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";
import {
  aNumber,
  askForCode,
  beginByWriting,
  callWebhook,
  codeTo,
  inbound,
  isSignedIn,
  messagesTo,
  notification,
  report,
  webhook,
  webhookEnv,
} from "../support/whatsapp.ts";

const phoneNumberId = "106540352242922";
let server: TestServer;
let seed: ApiSeed;
beforeAll(async () => {
  const env = { RATE_LIMITS: "off", WHATSAPP_PHONE_NUMBER_ID: phoneNumberId, ...webhookEnv };
  server = await startServer({ env });
  seed = await ApiSeed.open(server);
});
afterAll(async () => {
  await seed.storage.close();
  await server.stop();
});

const visit = (language = "en") => new Visitor(server.origin, { headers: { "Accept-Language": language } });

async function anOwner(): Promise<string> {
  const phoneNumber = aNumber();
  await seed.user({ email: null, phoneNumber });
  return phoneNumber;
}

/** A browser that waits for a message, on the page that says so. */
async function waiting(visitor: Visitor) {
  return beginByWriting(visitor, await visitor.follow(await askForCode(visitor, aNumber())));
}

describe("Meta's check of the address", () => {
  const ask = (query: Record<string, string>) =>
    fetch(`${server.origin}/webhooks/whatsapp?${new URLSearchParams(query)}`);
  const right = {
    "hub.mode": "subscribe",
    "hub.verify_token": webhook.verifyToken,
    "hub.challenge": "1158201444",
  };

  it("gets its challenge back, as plain text", async () => {
    const answer = await ask(right);
    expect([answer.status, await answer.text()]).toEqual([200, "1158201444"]);
    expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it.each([
    ["another token", { "hub.verify_token": "another" }],
    ["no token", { "hub.verify_token": "" }],
    ["another mode", { "hub.mode": "unsubscribe" }],
    ["a challenge that is markup", { "hub.challenge": "<script>alert(1)</script>" }],
    ["a challenge without end", { "hub.challenge": "1".repeat(1000) }],
    ["no challenge", { "hub.challenge": "" }],
  ])("is refused with %s", async (_, change) => {
    await provoked("api", "permission_denied", "webhook_token_invalid", await ask({ ...right, ...change }));
  });
});

describe("a call", () => {
  it.each([
    ["without a signature", (_body: string) => ""],
    ["signed with another secret", (body: string) => `sha256=${hmac(body, "another")}`],
    ["signed with the verify token", (body: string) => `sha256=${hmac(body, webhook.verifyToken)}`],
    ["whose signature is of another body", () => `sha256=${hmac("{}", webhook.appSecret)}`],
    ["with the older SHA-1 alone", () => "sha1=5f"],
    ["with a signature cut short", (body: string) => `sha256=${hmac(body, webhook.appSecret).slice(0, 20)}`],
    ["with a bare signature", (body: string) => hmac(body, webhook.appSecret)],
  ])("%s does nothing", async (_, sign) => {
    const number = await anOwner();
    const body = JSON.stringify(inbound(number, (await waiting(visit())).text));
    const answer = await callWebhook(server, body, { "X-Hub-Signature-256": sign(body) });
    await provoked("api", "permission_denied", "webhook_signature_invalid", answer);
    expect(await messagesTo(server, number)).toEqual([]);
  });

  it("is checked over the bytes as they came", async () => {
    const escaped = JSON.stringify(inbound(aNumber(), "äöå")).replaceAll("ä", "\\u00e4");
    expect((await callWebhook(server, escaped)).status).toBe(200);
    const other = await callWebhook(server, escaped, {
      "X-Hub-Signature-256": `sha256=${hmac(JSON.stringify(JSON.parse(escaped)), webhook.appSecret)}`,
    });
    expect(other.status).toBe(403);
  });

  it("is bounded in size and kind", async () => {
    const large = await callWebhook(server, `"${"x".repeat(1024 * 1024)}"`);
    await provoked("api", "validation_error", "body_too_large", large);
    const form = await callWebhook(server, "a=b", { "Content-Type": "application/x-www-form-urlencoded" });
    await provoked("api", "validation_error", "content_type_unsupported", form);
    await provoked("api", "validation_error", "json_malformed", await callWebhook(server, "{"));
    const method = await fetch(`${server.origin}/webhooks/whatsapp`, { method: "DELETE" });
    await provoked("api", "validation_error", "method_not_allowed", method);
  });

  it.each([
    ["null", null],
    ["a list", []],
    ["another product", { object: "page", entry: [] }],
    [
      "an unknown field",
      { object: "whatsapp_business_account", entry: [{ changes: [{ field: "flows", value: {} }] }] },
    ],
    ["a picture", notification({ messages: [{ from: "6281", id: "x", type: "image", image: { id: "1" } }] })],
    ["a text of another shape", notification({ messages: [{ from: 6281, type: "text", text: "no" }] })],
    ["a report of somebody else's message", report("01m84smn6fbw3wzggt7d9gym6y", "failed", 131_026)],
  ])("about %s is taken and does nothing", async (_, body) => {
    const before = await server.database.sql("select count(*) as n from messages");
    expect((await callWebhook(server, body)).status).toBe(200);
    expect(await server.database.sql("select count(*) as n from messages")).toEqual(before);
  });

  it("about another of the account's numbers does nothing", async () => {
    const number = await anOwner();
    const { text } = await waiting(visit());
    const messages = [{ from: number.slice(1), id: "x", type: "text", text: { body: text } }];
    expect((await callWebhook(server, notification({ messages }, "999999"))).status).toBe(200);
    expect(await messagesTo(server, number)).toEqual([]);
  });
});

describe("writing first", () => {
  it("is answered with a code that counts in the browser that began", async () => {
    const number = await anOwner();
    const visitor = visit();
    const { page, text } = await waiting(visitor);
    expect(page.text).toContain(`https://wa.me/${webhook.number.slice(1)}?text=`);
    expect(text).toMatch(/^Sign in to Mubarokah ID \([0-9a-z]{26}\)$/);
    await callWebhook(server, inbound(number, `Halo! ${text} terima kasih`));
    const [answer] = await messagesTo(server, number);
    expect(answer?.text).toContain("Type it only on the page on which you yourself opened WhatsApp");
    const arrived = await visitor.get(page.url);
    expect(arrived.text).toContain("Your message has arrived");
    expect(arrived.text).not.toContain(number.slice(6, 10));
    const signedIn = await visitor.post(arrived, { code: answer?.code ?? "" });
    expect([signedIn.headers.get("location"), isSignedIn(signedIn)]).toEqual(["/account", true]);
    expect((await visitor.get("/account")).text).toContain(number);
  });

  it("answers in the language of the page", async () => {
    const number = await anOwner();
    const { text } = await waiting(visit("id"));
    expect(text).toMatch(/^Masuk ke Mubarokah ID/);
    await callWebhook(server, inbound(number, text));
    expect((await messagesTo(server, number))[0]?.text).toContain("Ketik hanya di halaman");
  });

  it("signs nobody in by itself: who was talked into sending a phisher's message still holds the code", async () => {
    const number = await anOwner();
    const phisher = visit();
    const { page, text } = await waiting(phisher);
    await callWebhook(server, inbound(number, text));
    for (const seen of [await phisher.get(page.url), await phisher.post(page, { code: "000000" })]) {
      expect(isSignedIn(seen)).toBe(false);
      expect(seen.text).not.toContain(await codeTo(server, number));
      expect(seen.text).not.toContain(number.slice(6, 10));
    }
    const victim = visit();
    const elsewhere = await victim.get(page.url);
    await provoked("api", "resource_not_found", "code_request_unknown", elsewhere.response);
  });

  it("is answered once, however often and from however many numbers the message comes", async () => {
    const [number, other] = [await anOwner(), await anOwner()];
    const visitor = visit();
    const { page, text } = await waiting(visitor);
    const call = inbound(number, text);
    await Promise.all(Array.from({ length: 5 }, () => callWebhook(server, call)));
    await callWebhook(server, inbound(other, text));
    expect(await messagesTo(server, number)).toHaveLength(1);
    expect(await messagesTo(server, other)).toEqual([]);
    const code = await codeTo(server, number);
    expect(isSignedIn(await visitor.post(page, { code }))).toBe(true);
    await callWebhook(server, call);
    expect(await messagesTo(server, number)).toHaveLength(1);
  });

  it("is not answered without a sign-in that waits, or too late", async () => {
    const number = await anOwner();
    const { text } = await waiting(visit());
    const typed = visit();
    const sent = await typed.follow(await askForCode(typed, await anOwner()));
    const id = sent.url.searchParams.get("request") ?? "";
    for (const body of ["Halo", "01m84smn6fbw3wzggt7d9gym6y", `Masuk (${id})`, `x${text.slice(-27, -1)}y`])
      expect((await callWebhook(server, inbound(number, body))).status).toBe(200);
    await ageChallenges(server, 600_000);
    await callWebhook(server, inbound(number, text));
    expect(await messagesTo(server, number)).toEqual([]);
  });

  it("asks a newcomer for the name, and opens the account", async () => {
    const number = aNumber();
    const visitor = visit();
    const { page, text } = await waiting(visitor);
    await callWebhook(server, inbound(number, text));
    const named = await visitor.submit(page, { code: await codeTo(server, number) });
    expect(named.url.pathname).toBe("/register/name");
    expect(isSignedIn(named)).toBe(false);
    expect((await visitor.post(named, { name: "" })).status).toBe(400);
    const elsewhere = await visit().get(named.url);
    await provoked("api", "resource_not_found", "code_request_unknown", elsewhere.response);
    const answers = await Promise.all([1, 2, 3].map(() => visitor.post(named, { name: "Dewi Lestari" })));
    expect(answers.filter(isSignedIn)).toHaveLength(1);
    const user = await seed.storage.committed.users.findByPhoneNumber(number);
    expect(user).toMatchObject({ name: "Dewi Lestari", email: null, phoneNumber: number });
  });
});

it("does not exist without both secrets, nor does the way of writing first", async () => {
  const other = await startServer();
  try {
    for (const init of [{}, { method: "POST", body: "{}" }]) {
      const answer = await fetch(`${other.origin}/webhooks/whatsapp`, init);
      await provoked("api", "resource_not_found", "path_unknown", answer);
    }
    const visitor = new Visitor(other.origin);
    const page = await visitor.follow(await askForCode(visitor, aNumber()));
    expect(page.text).not.toContain("wa.me");
    expect(page.forms.some(({ action }) => action.includes("/login/write"))).toBe(false);
    const body = new URLSearchParams([...(page.forms[0]?.fields ?? [])]);
    const asked = await visitor.request("/login/write", { method: "POST", body });
    await provoked("api", "resource_not_found", "path_unknown", asked.response);
  } finally {
    await other.stop();
  }
});

function hmac(body: string, secret: string): string {
  return createHmac("sha256", secret).update(body).digest("hex");
}
