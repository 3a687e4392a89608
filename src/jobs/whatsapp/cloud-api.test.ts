import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type CloudApiServer,
  cloudApi,
  type Fault,
  faults,
  startCloudApi,
} from "../../../test/support/cloud-api-server.ts";
import { cloudApiTransport } from "./cloud-api.ts";

let meta: CloudApiServer;
beforeEach(async () => {
  meta = await startCloudApi();
});
afterEach(() => meta.stop());

const to = "+6281234567890";
const said = { to, subject: "Kode Anda", text: "123456 adalah kode Anda", code: "123456" };
const transport = (change: Partial<Parameters<typeof cloudApiTransport>[0]> = {}) =>
  cloudApiTransport({ ...cloudApi, url: meta.url, timeout: 200, ...change });

describe("what is sent", () => {
  it("is an authentication template with the code in sentence and button", async () => {
    const attempt = await transport().send("a-message", { ...said, template: "code", locale: "id" });
    expect(attempt).toEqual({ outcome: "sent" });
    const parameters = [{ type: "text", text: "123456" }];
    expect(meta.accepted).toEqual([
      {
        messaging_product: "whatsapp",
        recipient_type: "individual",
        to,
        type: "template",
        template: {
          name: "kode_masuk",
          language: { code: "id" },
          components: [
            { type: "body", parameters },
            { type: "button", sub_type: "url", index: "0", parameters },
          ],
        },
        biz_opaque_callback_data: "a-message",
      },
    ]);
  });

  it("is a utility template for a notice, and a plain text for an answer", async () => {
    await transport().send("one", { ...said, template: "notice", locale: "en" });
    await transport().send("two", said);
    expect(meta.malformed).toEqual([]);
    expect(meta.accepted).toMatchObject([
      { template: { name: "kabar_akun", language: { code: "en" }, components: [{ type: "body" }] } },
      { type: "text", text: { body: said.text, preview_url: false } },
    ]);
  });
});

describe("what is made of an answer", () => {
  const meaning: readonly (readonly [string, Fault, object])[] = [
    ["throughput", faults.throughput, { outcome: "failed", trouble: "standing" }],
    ["account limit", faults.accountLimit, { outcome: "failed", trouble: "standing" }],
    ["template missing", faults.templateMissing, { outcome: "failed", trouble: "standing" }],
    ["token expired", faults.tokenExpired, { outcome: "failed", trouble: "standing" }],
    ["service down", faults.serviceDown, { outcome: "failed", trouble: "passing" }],
    ["silence", "silence", { outcome: "failed", trouble: "passing", facts: { code: "ETIMEDOUT" } }],
    ["hang-up", "reset", { outcome: "failed", trouble: "passing" }],
    ["another server's page", "page", { outcome: "failed", trouble: "passing", facts: { code: "EANSWER" } }],
    ["number not on WhatsApp", faults.notOnWhatsApp, { outcome: "refused", facts: { code: "131026" } }],
  ];
  it.each(meaning)("%s", async (_name, fault, expected) => {
    meta.answer = () => fault;
    const attempt = await transport().send("a-message", { ...said, template: "code", locale: "id" });
    expect(attempt).toMatchObject(expected);
    expect(JSON.stringify(attempt)).not.toMatch(/8123|123456|EAAJB/);
  });

  it("too many to one number says nothing of the others", async () => {
    meta.answer = () => faults.pairLimit;
    const attempt = await transport().send("a-message", { ...said, template: "code", locale: "id" });
    expect(attempt).toEqual({ outcome: "failed", facts: { code: "131056", status: 400 } });
  });

  it("mistakes of the operator are named", async () => {
    const send = (change: Parameters<typeof transport>[0]) =>
      transport(change).send("a-message", { ...said, template: "code", locale: "id" });
    expect(await send({ token: "an-old-one" })).toMatchObject({
      trouble: "standing",
      facts: { code: "190", status: 401, hint: expect.stringContaining("WHATSAPP_TOKEN") },
    });
    expect(await send({ template: "another" })).toMatchObject({
      trouble: "standing",
      facts: { code: "132001", status: 404, hint: expect.stringContaining("WHATSAPP_TEMPLATE") },
    });
  });

  it("a language whose template is missing gets the Indonesian one, and closes the channel to nobody", async () => {
    meta.answer = (_to, sent) =>
      sent.type === "template" && sent.template.language.code === "ar" ? faults.templateMissing : undefined;
    for (const template of ["code", "notice"] as const)
      expect(await transport().send("a-message", { ...said, template, locale: "ar" })).toEqual({
        outcome: "sent",
      });
    expect(meta.accepted).toMatchObject([
      { template: { name: "kode_masuk", language: { code: "id" } } },
      { template: { name: "kabar_akun", language: { code: "id" } } },
    ]);
    expect(meta.calls()).toBe(4);
    meta.answer = () => faults.throughput;
    await transport().send("a-message", { ...said, template: "code", locale: "ar" });
    expect(meta.calls()).toBe(5);
  });

  it("nobody there", async () => {
    const attempt = await transport({ url: "http://127.0.0.1:1/v23.0" }).send("a-message", said);
    expect(attempt).toMatchObject({ outcome: "failed", trouble: "passing", facts: { status: undefined } });
  });
});
