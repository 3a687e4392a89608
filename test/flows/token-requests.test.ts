import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { provoked } from "../support/provoked.ts";
import { basic, type KnownClient, TokenDesk } from "../support/token-desk.ts";

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

describe("method", () => {
  it.each([
    ["GET", "/oauth/token"],
    ["PUT", "/oauth/token"],
    ["DELETE", "/oauth/token"],
    ["OPTIONS", "/oauth/token"],
    ["GET", "/oauth/revoke"],
    ["PATCH", "/oauth/revoke"],
    ["GET", "/oauth/introspect"],
    ["OPTIONS", "/oauth/introspect"],
  ])("%s %s", async (method, path) => {
    const response = await fetch(desk.server.origin + path, { method });
    expect(response.headers.get("Allow")).toBe("POST");
    await provoked("oauth", "invalid_request", "method_not_allowed", response);
  });

  it("HEAD", async () => {
    const response = await fetch(`${desk.server.origin}/oauth/token`, { method: "HEAD" });
    expect([response.status, response.headers.get("Allow")]).toEqual([405, "POST"]);
  });
});

describe("type", () => {
  it.each([
    "text/plain",
    "multipart/form-data; boundary=x",
    "application/xml",
    "application/jsonp",
    "*/*",
    ";",
  ])("%s", async (type) => {
    await provoked("oauth", "invalid_request", "content_type_unsupported", await send(good, type));
  });

  it("none at all", async () => {
    const response = await fetch(`${desk.server.origin}/oauth/token`, { method: "POST" });
    await provoked("oauth", "invalid_request", "content_type_unsupported", response);
  });

  it.each(["application/x-www-form-urlencoded; charset=UTF-8", "APPLICATION/X-WWW-FORM-URLENCODED"])(
    "%s is a form",
    async (type) => {
      expect((await send(good, type)).status).toBe(200);
    },
  );
});

describe("size", () => {
  it("a body over 32 KiB, whatever it holds", async () => {
    const response = await send(`${good}&x=${"x".repeat(32 * 1024)}`);
    const { body } = await provoked("oauth", "invalid_request", "body_too_large", response);
    expect(body?.hint).toContain("32768");
  });

  it("a body over 32 KiB of unknown length, cut off as it comes", async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(8192).fill(120)),
    });
    const response = await fetch(`${desk.server.origin}/oauth/token`, {
      method: "POST",
      body: endless,
      headers: { "Content-Type": form },
      duplex: "half",
    } as RequestInit);
    await provoked("oauth", "invalid_request", "body_too_large", response);
  });

  it("a value over 8 KiB is named", async () => {
    const response = await send(`${good}&scope=${"x".repeat(8193)}`);
    const { body } = await provoked("oauth", "invalid_request", "parameter_too_long", response);
    expect(body?.hint).toContain("scope");
    const accented = await send(`${good}&scope=${"é".repeat(4097)}`);
    await provoked("oauth", "invalid_request", "parameter_too_long", accented);
    expect((await send(`${good}&nothing=${"x".repeat(8192)}`)).status).toBe(200);
  });

  it("more than 64 parameters", async () => {
    const more = (count: number) => Array.from({ length: count }, (_, i) => `&x${i}=1`).join("");
    await provoked("oauth", "invalid_request", "parameters_too_many", await send(good + more(62)));
    expect((await send(good + more(61))).status).toBe(200);
  });
});

describe("order of checks", () => {
  const steps: readonly (readonly [string, () => Promise<Response>])[] = [
    ["content_type_unsupported", () => send("x".repeat(40_000), "text/plain", "?client_secret=x")],
    ["body_too_large", () => send(`%zz${"x".repeat(40_000)}`, form, "?client_secret=x")],
    ["credentials_in_query", () => send("%zz", form, "?client_secret=x")],
    ["body_malformed", () => send("%zz")],
    ["client_authentication_missing", () => send("grant_type=nonsense")],
    ["parameter_missing", () => desk.as(client, "/oauth/token", { code: "x" })],
    ["grant_type_unsupported", () => desk.as(client, "/oauth/token", { grant_type: "password" })],
  ];
  it.each(steps)("%s", async (reason, ask) => {
    expect(await (await ask()).json()).toMatchObject({ reason });
  });

  it("permitted comes before parameters", async () => {
    const limited = await desk.client({ grantTypes: ["client_credentials"] });
    const response = await desk.as(limited, "/oauth/token", { grant_type: "authorization_code" });
    await provoked("oauth", "unauthorized_client", "grant_not_permitted", response);
  });
});

describe("grant_type", () => {
  it.each([
    "password",
    "implicit",
    "urn:ietf:params:oauth:grant-type:device_code",
    "Authorization_Code",
    "\u0000",
    "__proto__",
  ])("unknown: %j", async (grantType) => {
    const response = await desk.as(client, "/oauth/token", { grant_type: grantType });
    const { body } = await provoked("oauth", "unsupported_grant_type", "grant_type_unsupported", response);
    expect(body?.hint).toContain("authorization_code, refresh_token, client_credentials");
  });

  it("missing", async () => {
    const { body } = await provoked(
      "oauth",
      "invalid_request",
      "parameter_missing",
      await desk.post("/oauth/token", { scope: "x" }, basic(client.id, client.secret)),
    );
    expect(body?.hint).toContain("grant_type");
  });
});

it("never reads or sets a cookie, and answers JSON whatever Accept says", async () => {
  for (const headers of [
    { Accept: "text/html", Cookie: "mbid_session=mbid_bs_x; __Host-session=x" },
    { Accept: "image/png", Cookie: "mbid_device=x" },
  ]) {
    const response = await desk.post("/oauth/token", { grant_type: "client_credentials" }, headers);
    expect(response.headers.get("Content-Type")).toBe("application/json");
    expect(response.headers.getSetCookie()).toEqual([]);
    await provoked("oauth", "invalid_client", "client_authentication_missing", response);
  }
});

it.each(["/oauth/token", "/oauth/revoke", "/api/user", "/.well-known/oauth-authorization-server"])(
  "%s sets no cookie, not even for a language",
  async (path) => {
    const response = await fetch(`${desk.server.origin}${path}?ui_locales=en`);
    expect(response.headers.getSetCookie()).toEqual([]);
  },
);
