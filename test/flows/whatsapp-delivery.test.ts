import { afterAll, describe, expect, it, vi } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import {
  type CloudApiServer,
  cloudApi,
  codeIn,
  type Fault,
  faults,
  startCloudApi,
} from "../support/cloud-api-server.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { type Page, Visitor } from "../support/visitor.ts";
import {
  aNumber,
  askForCode,
  beginByNumber,
  beginByWriting,
  callWebhook,
  inbound,
  isSignedIn,
  webhookEnv,
} from "../support/whatsapp.ts";

const started: { stop(): Promise<unknown> }[] = [];
afterAll(async () => {
  for (const one of started.splice(0).reverse()) await one.stop();
});

async function start(): Promise<{ server: TestServer; meta: CloudApiServer }> {
  const meta = await startCloudApi();
  const env = { RATE_LIMITS: "off", ...webhookEnv, ...meta.env };
  const server = await startServer({ env });
  started.push(meta, server);
  return { server, meta };
}

const soon = { timeout: 8000, interval: 25 };

function rows(server: TestServer) {
  return server.database.sql("select sealed, sent_at, failed_at, failure, attempts from messages");
}

it("sends the code as Meta demands it, and forgets it then", async () => {
  const { server, meta } = await start();
  const number = aNumber();
  const visitor = new Visitor(server.origin, { headers: { "Accept-Language": "id" } });
  const begun = performance.now();
  const page = await beginByNumber(visitor, { phone_number: number });
  expect(performance.now() - begun).toBeLessThan(5000);
  expect(meta.malformed).toEqual([]);
  expect(meta.accepted).toMatchObject([
    { to: number, template: { name: cloudApi.template, language: { code: "id" } } },
  ]);
  const code = codeIn(meta.accepted[0]);
  await vi.waitFor(async () => expect(await rows(server)).toMatchObject([{ sealed: null }]), soon);
  expect(JSON.stringify(await server.database.sql("select * from challenges"))).not.toContain(code);
  expect(server.log()).not.toContain(number.slice(5));
  expect(isSignedIn(await visitor.post(page, { code }))).toBe(true);
});

it.concurrent("answers who writes first with a plain text, which costs nothing", async () => {
  const { server, meta } = await start();
  const number = aNumber();
  const visitor = new Visitor(server.origin);
  const first = await visitor.follow(await askForCode(visitor, aNumber()));
  const { page, text } = await beginByWriting(visitor, first);
  await callWebhook(server, inbound(number, text));
  await vi.waitFor(() => expect(meta.accepted).toHaveLength(1), soon);
  const [sent] = meta.accepted;
  if (sent?.type !== "text") throw new Error("No plain text");
  expect(sent.to).toBe(number);
  const code = /^\d{6}/.exec(sent.text.body)?.[0] ?? "";
  expect((await visitor.post(page, { code })).headers.get("location")).toContain("/register/name");
});

/** What a person sees who asks for a code while WhatsApp answers with this. */
async function meets(fault: Fault): Promise<{ server: TestServer; meta: CloudApiServer; page: Page }> {
  const { server, meta } = await start();
  meta.answer = () => fault;
  const visitor = new Visitor(server.origin);
  return { server, meta, page: await beginByNumber(visitor, { phone_number: aNumber() }) };
}

describe("when WhatsApp refuses every message", () => {
  it.concurrent.each([
    ["too many messages", faults.throughput, "faster than the account may"],
    ["too many calls", faults.accountLimit, "faster than the account may"],
    ["no such template", faults.templateMissing, "WHATSAPP_TEMPLATE must name"],
    ["a dead token", faults.tokenExpired, "WHATSAPP_TOKEN is expired"],
  ])("because of %s: the page says so and shows another way", async (_, fault, hint) => {
    const { server, meta, page } = await meets(fault);
    const { html } = await provoked("api", "service_unavailable", "whatsapp_unavailable", page.response);
    expect(Number(page.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(html).toContain("Use an e-mail address instead");
    await vi.waitFor(() => expect(server.log()).toContain(hint), soon);
    await vi.waitFor(() => expect(server.log()).toContain(String(fault.code)), soon);
    // From now on everybody learns it before anything is sent, and Meta is left alone.
    const calls = meta.calls();
    const seed = await ApiSeed.open(server);
    const known = aNumber();
    await seed.user({ email: null, phoneNumber: known });
    await seed.storage.close();
    for (const number of [known, aNumber()]) {
      const refused = await askForCode(new Visitor(server.origin), number);
      await provoked("api", "service_unavailable", "whatsapp_unavailable", refused.response);
      expect(refused.text).toContain('name="password"');
      expect(refused.text).not.toContain("wa.me");
    }
    const again = await beginByNumber(new Visitor(server.origin), { phone_number: aNumber() });
    await provoked("api", "service_unavailable", "whatsapp_unavailable", again.response);
    expect(again.text).toContain('name="email"');
    expect(meta.calls()).toBe(calls);
  });
});

it.concurrent("a number that has no WhatsApp is told at once, with another way, and nobody else is affected", async () => {
  const { server, meta, page } = await meets(faults.notOnWhatsApp);
  await provoked("api", "validation_error", "whatsapp_number_unreachable", page.response);
  expect(page.text).toContain("Use an e-mail address instead");
  expect(await rows(server)).toMatchObject([{ failure: "recipient", sealed: null }]);
  meta.answer = () => undefined;
  const other = await beginByNumber(new Visitor(server.origin), { phone_number: aNumber() });
  expect([other.status, meta.accepted.length]).toEqual([200, 1]);
});

it.concurrent("a hiccup is made good without anybody noticing", async () => {
  const { server, meta } = await start();
  let times = 0;
  meta.answer = () => {
    times += 1;
    return times === 1 ? faults.serviceDown : undefined;
  };
  const visitor = new Visitor(server.origin);
  const page = await beginByNumber(visitor, { phone_number: aNumber() });
  expect(page.status).toBe(200);
  await vi.waitFor(() => expect(meta.accepted).toHaveLength(1), soon);
  expect(isSignedIn(await visitor.post(page, { code: codeIn(meta.accepted[0]) }))).toBe(true);
});

it.concurrent("a WhatsApp that says nothing keeps nobody waiting for long", async () => {
  const begun = performance.now();
  const { page } = await meets("silence");
  expect(page.status).toBe(200);
  expect(page.text).toContain("No message?");
  expect(performance.now() - begun).toBeLessThan(8000);
});

it.concurrent("in production without WHATSAPP_URL nothing is offered and nothing can be reached", async () => {
  const server = await startServer({
    env: {
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      TRUST_PROXY: "127.0.0.1",
      ISSUER: "https://id.example.com",
      SECRET_KEY: "ab".repeat(32),
      MAIL_URL: "smtp://127.0.0.1:1",
      MAIL_FROM: "id@example.com",
    },
  });
  started.push(server);
  const visitor = new Visitor(`http://localhost:${server.port}`, {
    headers: { "X-Forwarded-Host": "id.example.com" },
  });
  for (const path of ["/login", "/register"]) {
    const page = await visitor.get(path);
    expect([page.status, page.text.includes('name="password"')]).toEqual([200, true]);
    expect(page.text).not.toContain("WhatsApp");
  }
  const form = await visitor.get("/register");
  const post = (path: string, fields: Record<string, string>) => {
    const csrf = form.forms[0]?.fields.get("csrf") ?? "";
    const body = new URLSearchParams({ csrf, ...fields });
    return visitor.request(path, { method: "POST", body, headers: { Origin: "https://id.example.com" } });
  };
  const signIn = await post("/login", { identifier: "+6281234567890", way: "whatsapp" });
  expect([signIn.status, signIn.headers.get("location")]).toEqual([400, null]);
  const register = await post("/register", { name: "Siti", phone_number: "+6281234567890", way: "whatsapp" });
  expect(register.text).toContain('id="email-problem"');
  for (const path of ["/login/code", "/webhooks/whatsapp"])
    await provoked("api", "resource_not_found", "path_unknown", (await visitor.get(path)).response);
  const write = await post("/login/write", {});
  await provoked("api", "resource_not_found", "path_unknown", write.response);
});
