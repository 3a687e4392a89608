import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { Application } from "../support/application.ts";
import { startServer } from "../support/server.ts";
import { formType, getText, lasting, postText, sentAsIs } from "../support/wire-text.ts";

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

const sent = (text: string, rest?: string) => sentAsIs(seed.server.port, text, rest);

type Request = (path: (short: string) => string) => string;

const requests: readonly (readonly [string, Request])[] = [
  ["a token", (at) => postText(at("/oauth/token"), credentials("grant_type=client_credentials"))],
  ["an unknown grant", (at) => postText(at("/oauth/token"), credentials("grant_type=password"))],
  [
    "a wrong secret",
    (at) => postText(at("/oauth/token"), `${credentials("grant_type=client_credentials")}x`),
  ],
  ["a wrong type", (at) => postText(at("/oauth/token"), "{}", ["Content-Type: text/plain"])],
  ["no type", (at) => postText(at("/oauth/revoke"), "x=y", [])],
  ["two types", (at) => postText(at("/oauth/token"), "x=y", [formType, formType])],
  ["an empty body", (at) => postText(at("/oauth/introspect"), "")],
  ["broken UTF-8", (at) => postText(at("/oauth/token"), "a=%ff")],
  ["a body too long", (at) => postText(at("/oauth/token"), "x".repeat(32_769))],
  ["the longest body", (at) => postText(at("/oauth/token"), "x".repeat(32_768))],
  ["a revocation", (at) => postText(at("/oauth/revoke"), credentials(`token=${token}`))],
  ["an introspection", (at) => postText(at("/oauth/introspect"), credentials(`token=${token}`))],
  ["Basic", (at) => postText(at("/oauth/introspect"), "token=x", [formType, "Authorization: Basic eDp5"])],
  ["the user", (at) => getText(at("/api/user"), `Authorization: Bearer ${token}`)],
  ["a missing scope", (at) => getText(at("/api/user/details"), `authorization: bearer ${token}`)],
  ["no token", (at) => getText(at("/api/user"))],
  [
    "two tokens",
    (at) => getText(at("/api/user"), `Authorization: Bearer ${token}`, "Authorization: Bearer x"),
  ],
  ["a problem", (at) => getText(at("/api/user"), "Accept: application/problem+json")],
  ["a foreign origin", (at) => getText(at("/api/user"), "Origin: https://evil.example")],
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
    const whole = postText("/oauth/token", credentials("grant_type=client_credentials"));
    expect(await sent(whole.slice(0, -30), whole.slice(-30))).toMatch(/^HTTP\/1\.1 200 /);
    const body = credentials("grant_type=client_credentials");
    const chunked = whole
      .slice(0, -body.length)
      .replace(/Content-Length: \d+/, "Transfer-Encoding: chunked")
      .concat(`${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`);
    expect(await sent(chunked)).toMatch(/^HTTP\/1\.1 200 /);
    const unread = postText("/oauth/token", "x".repeat(1000), ["Content-Type: text/plain"]);
    const both =
      unread.replace("Connection: close\r\n", "") + getText("/api/user", `Authorization: Bearer ${token}`);
    expect((await sent(both)).match(/HTTP\/1\.1 \d{3}/g)).toEqual(["HTTP/1.1 400", "HTTP/1.1 200"]);
  });

  it("leaves nothing behind when its sender hangs up in the middle", async () => {
    const whole = postText("/oauth/token", credentials("grant_type=client_credentials"));
    const before = seed.server.log().length;
    const socket = connect(seed.server.port, "127.0.0.1", () => {
      socket.write(whole.slice(0, -5), () => setTimeout(() => socket.destroy(), 20));
    });
    const counted = /"status":400,"ms":[\d.]+,"msg"/;
    await expect.poll(() => seed.server.log().slice(before), { timeout: 5_000 }).toMatch(counted);
    expect(seed.server.log().slice(before)).not.toMatch(/"level":"(warn|error)"/);
    expect(await sent(getText("/api/user", `Authorization: Bearer ${token}`))).toMatch(/^HTTP\/1\.1 200 /);
  });

  it.each(["POST /api/nothing", "DELETE /api/user", "PATCH /api/user", "POST /oauth/token", "POST /login"])(
    "is answered alike whether it announces an empty body or none: %s",
    async (line) => {
      const head = `${line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${formType}\r\n`;
      const [none, empty] = [await sent(`${head}\r\n`), await sent(`${head}Content-Length: 0\r\n\r\n`)];
      expect(none).toMatch(/^HTTP\/1\.1 [34]\d\d /);
      expect(none.split("\r\n")[0]).toBe(empty.split("\r\n")[0]);
      expect(none.length - empty.length).toBeLessThan(50);
    },
  );
});
