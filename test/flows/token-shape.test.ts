import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { provoked } from "../support/provoked.ts";
import { type KnownClient, TokenDesk } from "../support/token-desk.ts";

let desk: TokenDesk;
let client: KnownClient;
let good: string;

beforeAll(async () => {
  desk = await TokenDesk.open();
  client = await desk.client();
  good = `grant_type=client_credentials&client_id=${client.id}&client_secret=${client.secret}`;
});
afterAll(() => desk.close());

const form = "application/x-www-form-urlencoded";

function send(body: string | Uint8Array<ArrayBuffer>, type = form, query = ""): Promise<Response> {
  const headers = { "Content-Type": type };
  return fetch(`${desk.server.origin}/oauth/token${query}`, {
    method: "POST",
    body,
    headers,
    redirect: "manual",
  });
}

describe("shape", () => {
  it.each([
    ["client_secret", "client_secret=x"],
    ["client_id", "client_id=x"],
    ["code", "code=x"],
    ["refresh_token", "a=b&refresh_token="],
    ["code_verifier", "code_verifier=x&code_verifier=y"],
    ["token", "token=x"],
  ])("%s in the query", async (name, query) => {
    const response = await send(good, form, `?${query}`);
    const { body } = await provoked("oauth", "invalid_request", "credentials_in_query", response);
    expect(body?.hint).toContain(name);
  });

  it("a harmless query changes nothing", async () => {
    expect((await send(good, form, "?utm_source=x&grant_type=refresh_token")).status).toBe(200);
  });

  it.each([
    ["a broken escape", "grant_type=%zz"],
    ["half an escape", "grant_type=%"],
    ["invalid UTF-8 behind an escape", "grant_type=%ff%fe"],
    ["an overlong encoding", "grant_type=%c0%80"],
    ["a broken name", "%f0%28=1"],
  ])("form: %s", async (_, body) => {
    await provoked("oauth", "invalid_request", "body_malformed", await send(body));
  });

  it("form: raw bytes that are not UTF-8", async () => {
    await provoked(
      "oauth",
      "invalid_request",
      "body_malformed",
      await send(new Uint8Array([103, 61, 255, 254])),
    );
  });

  it.each([
    ["not JSON", "{"],
    ["nothing", ""],
    ["an array", "[]"],
    ["null", "null"],
    ["a text", '"grant_type"'],
    ["a number inside", '{"grant_type":1}'],
    ["null inside", '{"grant_type":null}'],
    ["an object inside", '{"grant_type":{"a":"b"}}'],
    ["an array inside", '{"grant_type":["client_credentials"]}'],
    ["depth", "[".repeat(30_000)],
    ["depth in an object", '{"a":'.repeat(5000)],
    ["a form called JSON", "grant_type=client_credentials"],
  ])("JSON: %s", async (_, body) => {
    await provoked("oauth", "invalid_request", "body_malformed", await send(body, "application/json"));
  });

  it.each(["grant_type", "client_id", "client_secret", "scope"])(
    "%s given twice, even alike",
    async (name) => {
      const value = name === "client_id" ? client.id : "client_credentials";
      const response = await send(`${good}&scope=&${name}=${value}&${name}=${value}`);
      const { body } = await provoked("oauth", "invalid_request", "parameter_repeated", response);
      expect(body?.hint).toContain(name);
    },
  );

  it("an unknown name given twice is refused and not repeated in the answer", async () => {
    const response = await send(`${good}&%3Cevil%3E=1&%3Cevil%3E=2`);
    const text = await response.clone().text();
    expect(text).not.toContain("evil");
    await provoked("oauth", "invalid_request", "parameter_repeated", response);
  });

  it.each([
    '{"grant_type":"refresh_token","grant_type":"client_credentials"}',
    '{"grant_type":"client_credentials","grant_type":"client_credentials"}',
    String.raw`{"grant_type":"client_credentials","grant\u005ftype":"client_credentials"}`,
    '{"grant_type":{"x":"y"},"grant_type":"client_credentials"}',
    '{"grant_type":1,"grant_type":"client_credentials"}',
  ])("JSON with a member twice: %s", async (body) => {
    const { body: answer } = await provoked(
      "oauth",
      "invalid_request",
      "parameter_repeated",
      await send(body, "application/json"),
    );
    expect(answer?.hint).toContain("grant_type");
  });
});

describe("what is accepted", () => {
  it("JSON of strings, as published samples send it", async () => {
    const body = JSON.stringify({
      grant_type: "client_credentials",
      client_id: client.id,
      client_secret: client.secret,
      scope: "",
    });
    const response = await send(body, "application/json; charset=utf-8");
    expect(await response.json()).toMatchObject({ token_type: "Bearer", scope: "view-user detail-user" });
  });

  it("values that look like names do not count as repeated members", async () => {
    const body = JSON.stringify({
      grant_type: "grant_type",
      client_id: client.id,
      client_secret: client.secret,
    });
    await provoked(
      "oauth",
      "unsupported_grant_type",
      "grant_type_unsupported",
      await send(body, "application/json"),
    );
  });

  it("empty parts of a form and unknown parameters", async () => {
    expect((await send(`&&${good}&&audience=x&resource&=y&`)).status).toBe(200);
  });
});
