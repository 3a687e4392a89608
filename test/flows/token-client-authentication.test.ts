import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../../src/protocol/hash.ts";
import { type ErrorBody, provoked } from "../support/provoked.ts";
import { share, timed } from "../support/same-distribution.ts";
import { basic, type Fields, type KnownClient, TokenDesk } from "../support/token-desk.ts";

let desk: TokenDesk;
let client: KnownClient;
let open: KnownClient;

beforeAll(async () => {
  desk = await TokenDesk.open();
  client = await desk.client();
  open = await desk.publicClient();
});
afterAll(() => desk.close());

const grant = { grant_type: "client_credentials" };

function ask(fields: Fields, headers: Fields = {}): Promise<Response> {
  return desk.post("/oauth/token", { ...grant, ...fields }, headers);
}

function raw(header: string): Promise<Response> {
  return ask({}, { Authorization: header });
}

function encoded(text: string | Uint8Array): string {
  return Buffer.from(text).toString("base64");
}

describe("accepted", () => {
  const secret = () => client.secret ?? "";
  it.each<[string, () => Promise<Response>]>([
    ["Basic", () => ask({}, basic(client.id, secret()))],
    ["basic, whatever its case and spaces", () => raw(`bAsIc  ${encoded(`${client.id}:${secret()}`)} `)],
    ["the body", () => ask({ client_id: client.id, client_secret: secret() })],
    ["Basic and its client_id in the body", () => ask({ client_id: client.id }, basic(client.id, secret()))],
    [
      "both when identical",
      () => ask({ client_id: client.id, client_secret: secret() }, basic(client.id, secret())),
    ],
  ])("%s", async (_, attempt) => {
    expect((await attempt()).status).toBe(200);
  });

  it("a secret that has to be form-encoded before Basic", async () => {
    const odd = "p@ss wörd+%:&";
    const own = await desk.client();
    const added = { hash: sha256(odd), createdAt: 0, expiresAt: null };
    await desk.storage.write(({ clients }) => clients.addSecret(own.id, added, Date.now()));
    expect((await ask({}, basic(own.id, odd))).status).toBe(200);
    const old = await ask({}, basic(own.id, own.secret));
    await provoked("oauth", "invalid_client", "client_authentication_failed", old);
  });

  it("two secrets while one replaces the other, and only until the old one's time is over", async () => {
    const own = await desk.client();
    const added = { hash: sha256("new".repeat(14)), createdAt: 0, expiresAt: null };
    const soon = Date.now() + 1500;
    await desk.storage.write(({ clients }) => clients.addSecret(own.id, added, soon));
    expect((await ask({}, basic(own.id, own.secret))).status).toBe(200);
    expect((await ask({}, basic(own.id, "new".repeat(14)))).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, soon - Date.now() + 20));
    expect((await ask({}, basic(own.id, own.secret))).status).toBe(401);
    expect((await ask({}, basic(own.id, "new".repeat(14)))).status).toBe(200);
  });

  it("a public client by its client_id alone, in the body or as Basic without a password", async () => {
    const code = await desk.code(open);
    expect((await desk.redeem(open, code)).status).toBe(200);
    const missing = await ask({ grant_type: "refresh_token" }, basic(open.id));
    expect(await missing.json()).toMatchObject({ reason: "parameter_missing" });
  });
});

describe("missing", () => {
  it.each<[string, () => Promise<Response>]>([
    ["nothing", () => ask({})],
    ["a secret alone", () => ask({ client_secret: "x" })],
    ["a confidential client without its secret", () => ask({ client_id: client.id })],
  ])("%s", async (_, attempt) => {
    const response = await attempt();
    expect(response.headers.get("WWW-Authenticate")).toBeNull();
    await provoked("oauth", "invalid_client", "client_authentication_missing", response);
  });

  it("an empty password in Basic is challenged", async () => {
    const response = await ask({}, basic(client.id));
    expect(response.headers.get("WWW-Authenticate")).toMatch(/^Basic realm=/);
    await provoked("oauth", "invalid_client", "client_authentication_missing", response);
  });
});

describe("failed", () => {
  const unknown = "6f1d2a52-0000-4000-8000-000000000000";

  it("unknown client and wrong secret get the same answer, headers included", async () => {
    const bodies: ErrorBody[] = [];
    const headers: string[][] = [];
    for (const attempt of [
      () => ask({}, basic(unknown, "x".repeat(40))),
      () => ask({}, basic(client.id, "x".repeat(40))),
    ]) {
      const response = await attempt();
      headers.push([...response.headers.keys()].filter((name) => name !== "date"));
      const { body } = await provoked("oauth", "invalid_client", "client_authentication_failed", response);
      if (body) bodies.push({ ...body, request_id: "" });
    }
    expect(bodies[0]).toEqual(bodies[1]);
    expect(headers[0]).toEqual(headers[1]);
  });

  it("unknown client and wrong secret take the same time", async () => {
    const secret = "x".repeat(40);
    const [unknownTimes, wrongTimes] = await timed(
      60,
      () => ask({}, basic(unknown, secret)),
      () => ask({}, basic(client.id, secret)),
    );
    expect(share(unknownTimes, wrongTimes)).toBeGreaterThan(0.2);
    expect(share(unknownTimes, wrongTimes)).toBeLessThan(0.8);
  });

  it.each([
    unknown,
    "x",
    "\u0000",
    "a\u0000b",
    "💥",
    "' or 1=1 --",
    "../../etc/passwd",
    "x".repeat(8000),
    "constructor",
  ])("unknown client_id %j", async (clientId) => {
    const response = await ask({ client_id: clientId, client_secret: "y" });
    await provoked("oauth", "invalid_client", "client_authentication_failed", response);
  });

  it.each(["x", "\u0000", "💥", "x".repeat(8000)])("wrong secret %j", async (secret) => {
    const response = await ask({ client_id: client.id, client_secret: secret });
    expect(response.headers.get("WWW-Authenticate")).toBeNull();
    await provoked("oauth", "invalid_client", "client_authentication_failed", response);
  });

  it("the hash of a secret is no secret", async () => {
    const response = await ask({ client_id: client.id, client_secret: sha256(client.secret ?? "") });
    await provoked("oauth", "invalid_client", "client_authentication_failed", response);
  });
});

describe("two at once", () => {
  it.each<[string, () => Promise<Response>]>([
    ["another client_id", () => ask({ client_id: open.id }, basic(client.id, client.secret))],
    ["another secret", () => ask({ client_secret: "x" }, basic(client.id, client.secret))],
    ["a secret beside an empty one", () => ask({ client_secret: "x" }, basic(client.id))],
  ])("%s", async (_, attempt) => {
    await provoked("oauth", "invalid_request", "client_authentication_repeated", await attempt());
  });
});

describe("the Authorization header", () => {
  it.each(["Bearer mbid_at_x", "Digest username=x", "Negotiate", "Basicx eDp5", ""])(
    "another scheme: %j",
    async (header) => {
      const response = await raw(header);
      if (header !== "") expect(response.headers.get("WWW-Authenticate")).toMatch(/^Basic realm=/);
      await provoked("oauth", "invalid_client", "client_authentication_unsupported", response);
    },
  );

  it.each([
    "Basic",
    "Basic ",
    "Basic %%%",
    "Basic eDp5 eDp5",
    "Basic x",
    `Basic ${encoded("no colon")}`,
    `Basic ${encoded(":secret")}`,
    `Basic ${encoded("id:%zz")}`,
    `Basic ${encoded("%ff:x")}`,
    `Basic ${encoded(new Uint8Array([255, 58, 255]))}`,
  ])("malformed: %j", async (header) => {
    const response = await raw(header);
    expect(response.headers.get("WWW-Authenticate")).toMatch(/^Basic realm=/);
    await provoked("oauth", "invalid_client", "authorization_header_malformed", response);
  });

  it.each(["client_assertion", "client_assertion_type"])("%s is not supported", async (name) => {
    const fields = { client_id: client.id, [name]: "x" };
    const response = await ask(fields);
    await provoked("oauth", "invalid_client", "client_authentication_unsupported", response);
  });
});

describe("disabled clients", () => {
  it("are told so after the right secret only", async () => {
    const disabled = await desk.client({ status: "disabled" });
    const right = await ask({}, basic(disabled.id, disabled.secret));
    await provoked("oauth", "invalid_client", "client_disabled", right);
    const wrong = await ask({}, basic(disabled.id, "x"));
    await provoked("oauth", "invalid_client", "client_authentication_failed", wrong);
  });

  it("are told so at once when public: they have no secret to wait for", async () => {
    const disabled = await desk.publicClient({ status: "disabled" });
    const response = await ask({ client_id: disabled.id });
    await provoked("oauth", "invalid_client", "client_disabled", response);
  });
});

it.each(["/oauth/token", "/oauth/revoke"])("a secret from a public client at %s", async (path) => {
  const response = await desk.post(path, { ...grant, client_id: open.id, client_secret: "x", token: "x" });
  await provoked("oauth", "invalid_client", "client_secret_unexpected", response);
});

it("neither secrets nor Basic headers reach the log", () => {
  expect(desk.server.log()).not.toContain(client.secret);
});
