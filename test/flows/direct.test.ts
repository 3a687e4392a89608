import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { Application } from "../support/application.ts";
import { startServer } from "../support/server.ts";

let seed: ApiSeed;
let application: Application;
let token: string;
beforeAll(async () => {
  seed = await ApiSeed.open(await startServer({ env: { LOG_LEVEL: "info" } }));
  const grants = ["client_credentials"];
  application = await Application.register(seed.server, { grants });
  ({ token } = await seed.token({ scopes: ["view-user"] }));
});
afterAll(async () => {
  await seed.storage.close();
  await seed.server.stop();
});

/** Sends a text as it is and resolves to the answer; `rest` follows once the server waits for it. */
function sent(text: string, rest?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(seed.server.port, "127.0.0.1", () => socket.write(text));
    if (rest !== undefined) setImmediate(() => socket.write(rest));
    let seen = "";
    socket.on("data", (chunk) => {
      seen += chunk.toString();
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(seen));
  });
}

const form = "Content-Type: application/x-www-form-urlencoded";

function post(path: string, body: string, headers: readonly string[] = [form]): string {
  const lines = [`POST ${path} HTTP/1.1`, "Host: localhost", "Connection: close", ...headers];
  return `${[...lines, `Content-Length: ${Buffer.byteLength(body)}`].join("\r\n")}\r\n\r\n${body}`;
}

function get(path: string, ...headers: readonly string[]): string {
  return `${[`GET ${path} HTTP/1.1`, "Host: localhost", "Connection: close", ...headers].join("\r\n")}\r\n\r\n`;
}

/** An answer without what is new each time. */
function lasting(answer: string): unknown {
  const [head = "", body = ""] = answer.split("\r\n\r\n");
  const lines = head
    .split("\r\n")
    .map((line) => line.replace(/^(X-Request-Id|Date|X-RateLimit-\w+|RateLimit|Content-Length): .*$/i, "$1"));
  return [
    lines[0],
    lines.slice(1).toSorted(),
    body.replace(/"(access_token|request_id)":"[^"]+"|(\?request=)\w+/g, "$1$2"),
  ];
}

type Request = (path: (short: string) => string) => string;

const requests: readonly (readonly [string, Request])[] = [
  ["a token", (at) => post(at("/oauth/token"), credentials("grant_type=client_credentials"))],
  ["an unknown grant", (at) => post(at("/oauth/token"), credentials("grant_type=password"))],
  ["a wrong secret", (at) => post(at("/oauth/token"), `${credentials("grant_type=client_credentials")}x`)],
  ["a wrong type", (at) => post(at("/oauth/token"), "{}", ["Content-Type: text/plain"])],
  ["no type", (at) => post(at("/oauth/revoke"), "x=y", [])],
  ["two types", (at) => post(at("/oauth/token"), "x=y", [form, form])],
  ["an empty body", (at) => post(at("/oauth/introspect"), "")],
  ["broken UTF-8", (at) => post(at("/oauth/token"), "a=%ff")],
  ["a body too long", (at) => post(at("/oauth/token"), "x".repeat(32_769))],
  ["the longest body", (at) => post(at("/oauth/token"), "x".repeat(32_768))],
  ["a revocation", (at) => post(at("/oauth/revoke"), credentials(`token=${token}`))],
  ["an introspection", (at) => post(at("/oauth/introspect"), credentials(`token=${token}`))],
  ["Basic", (at) => post(at("/oauth/introspect"), "token=x", [form, "Authorization: Basic eDp5"])],
  ["the user", (at) => get(at("/api/user"), `Authorization: Bearer ${token}`)],
  ["a missing scope", (at) => get(at("/api/user/details"), `authorization: bearer ${token}`)],
  ["no token", (at) => get(at("/api/user"))],
  ["two tokens", (at) => get(at("/api/user"), `Authorization: Bearer ${token}`, "Authorization: Bearer x")],
  ["a problem", (at) => get(at("/api/user"), "Accept: application/problem+json")],
  ["a foreign origin", (at) => get(at("/api/user"), "Origin: https://evil.example")],
];

function credentials(fields: string): string {
  return `${fields}&client_id=${application.clientId}&client_secret=${application.clientSecret}`;
}

describe("a request that goes past Hono", () => {
  // A query, which means nothing here, takes the same request the long way.
  it.each(requests)("is answered as any other: %s", async (_, request) => {
    const [short, long] = [await sent(request((path) => path)), await sent(request((path) => `${path}?x=1`))];
    expect(short).toMatch(/^HTTP\/1\.1 \d{3} /);
    expect(lasting(short)).toEqual(lasting(long));
  });

  it("may come in pieces, in chunks, and one behind the other", async () => {
    const whole = post("/oauth/token", credentials("grant_type=client_credentials"));
    expect(await sent(whole.slice(0, -30), whole.slice(-30))).toMatch(/^HTTP\/1\.1 200 /);
    const body = credentials("grant_type=client_credentials");
    const chunked = whole
      .slice(0, -body.length)
      .replace(/Content-Length: \d+/, "Transfer-Encoding: chunked")
      .concat(`${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`);
    expect(await sent(chunked)).toMatch(/^HTTP\/1\.1 200 /);
    const unread = post("/oauth/token", "x".repeat(1000), ["Content-Type: text/plain"]);
    const both =
      unread.replace("Connection: close\r\n", "") + get("/api/user", `Authorization: Bearer ${token}`);
    expect((await sent(both)).match(/HTTP\/1\.1 \d{3}/g)).toEqual(["HTTP/1.1 400", "HTTP/1.1 200"]);
  });

  it("leaves nothing behind when its sender hangs up in the middle", async () => {
    const whole = post("/oauth/token", credentials("grant_type=client_credentials"));
    const before = seed.server.log().length;
    const socket = connect(seed.server.port, "127.0.0.1", () => {
      socket.write(whole.slice(0, -5), () => setTimeout(() => socket.destroy(), 20));
    });
    const counted = /"status":400,"ms":[\d.]+,"msg"/;
    await expect.poll(() => seed.server.log().slice(before), { timeout: 5_000 }).toMatch(counted);
    expect(seed.server.log().slice(before)).not.toMatch(/"level":"(warn|error)"/);
    expect(await sent(get("/api/user", `Authorization: Bearer ${token}`))).toMatch(/^HTTP\/1\.1 200 /);
  });

  it.each(["POST /api/nothing", "DELETE /api/user", "PATCH /api/user", "POST /oauth/token", "POST /login"])(
    "is answered alike whether it announces an empty body or none: %s",
    async (line) => {
      const head = `${line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${form}\r\n`;
      const [none, empty] = [await sent(`${head}\r\n`), await sent(`${head}Content-Length: 0\r\n\r\n`)];
      expect(none).toMatch(/^HTTP\/1\.1 [34]\d\d /);
      expect(none.split("\r\n")[0]).toBe(empty.split("\r\n")[0]);
      expect(none.length - empty.length).toBeLessThan(50);
    },
  );
});
