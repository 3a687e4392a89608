import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";
import { aNumber, beginByNumber, callWebhook, messagesTo, report, webhookEnv } from "../support/whatsapp.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: { RATE_LIMITS: "off", ...webhookEnv } });
});
afterAll(async () => {
  await server.stop();
});

const visit = () => new Visitor(server.origin);

describe("what became of a message", () => {
  it("is told where a message goes to every number, with a way on", async () => {
    const number = aNumber();
    const visitor = visit();
    const page = await beginByNumber(visitor, { phone_number: number });
    expect(page.status).toBe(200);
    const [message] = await messagesTo(server, number);
    await callWebhook(server, report(message?.id ?? "", "sent"));
    expect((await visitor.get(page.url)).status).toBe(200);
    await callWebhook(server, report(message?.id ?? "", "failed", 131_026));
    const failed = await visitor.get(page.url);
    await provoked("api", "validation_error", "whatsapp_number_unreachable", failed.response);
    expect(failed.text).toContain("Use an e-mail address instead");
    expect(failed.text).toContain('href="/register"');
  });

  it("keeps to the first report: what has arrived does not fail any more", async () => {
    const number = aNumber();
    const visitor = visit();
    const page = await beginByNumber(visitor, { phone_number: number });
    const [message] = await messagesTo(server, number);
    const id = message?.id ?? "";
    for (const status of ["delivered", "read", "delivered"]) await callWebhook(server, report(id, status));
    await callWebhook(server, report(id, "failed", 131_026));
    expect((await visitor.get(page.url)).status).toBe(200);
    const [row] = await server.database.sql("select delivered_at, failed_at from messages where id = ?", id);
    expect(row).toMatchObject({ delivered_at: expect.anything(), failed_at: null });
  });
});

it("an error that will meet every message is told to everybody from then on", async () => {
  const page = await beginByNumber(visit(), { phone_number: aNumber() });
  expect(page.status).toBe(200);
  const [row] = await server.database.sql("select id from messages order by created_at desc limit 1");
  await callWebhook(server, report(String(row?.["id"]), "failed", 131_042));
  const other = await beginByNumber(visit(), { phone_number: aNumber() });
  await provoked("api", "service_unavailable", "whatsapp_unavailable", other.response);
  await expect.poll(() => server.log()).toContain("whatsapp not delivered");
});
