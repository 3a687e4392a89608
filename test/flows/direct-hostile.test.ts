import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { Application } from "../support/application.ts";
import { startServer } from "../support/server.ts";
import { formType, getText, lasting, postText, sentAsIs } from "../support/wire-text.ts";

let seed: ApiSeed;
let application: Application;
let bearer: string;
beforeAll(async () => {
  seed = await ApiSeed.open(await startServer());
  application = await Application.register(seed.server, { grants: ["client_credentials"] });
  const { token } = await seed.token({ scopes: ["view-user"] });
  bearer = `Authorization: Bearer ${token}`;
});
afterAll(async () => {
  await seed.storage.close();
  await seed.server.stop();
});

type Path = (short: string) => string;
type Request = (at: Path) => string;

const body = () =>
  `grant_type=client_credentials&client_id=${application.clientId}&client_secret=${application.clientSecret}`;
const user = (at: Path, ...headers: readonly string[]) => getText(at("/api/user"), bearer, ...headers);
const token = (at: Path, ...headers: readonly string[]) =>
  postText(at("/oauth/token"), body(), [formType, ...headers]);
/** The same request, but for what stands in its text. */
const turned = (text: string, from: string | RegExp, to: string) => text.replace(from, to);

/** What decides on the way to a request, and what others have used to make two readers see two requests. */
const requests: Readonly<Record<string, Request>> = {
  "HEAD of the user": (at) => turned(user(at), "GET", "HEAD"),
  "OPTIONS of the user": (at) => turned(user(at, "Origin: https://app.example"), "GET", "OPTIONS"),
  "DELETE of the user": (at) => turned(user(at), "GET", "DELETE"),
  "a method in small letters": (at) => turned(user(at), "GET", "get"),
  "another method in a header": (at) => token(at, "X-HTTP-Method-Override: DELETE"),
  "GET of a token": (at) => getText(at("/oauth/token")),
  "POST to the user": (at) => postText(at("/api/user"), body(), [formType, bearer]),
  "HTTP/1.0": (at) => turned(user(at), "HTTP/1.1", "HTTP/1.0"),
  "HTTP/1.0 without a host": (at) => turned(user(at), /HTTP\/1.1\r\nHost: localhost/, "HTTP/1.0"),
  "no host": (at) => turned(user(at), "Host: localhost\r\n", ""),
  "two hosts": (at) => user(at, "Host: evil.example"),
  "a foreign host": (at) => turned(user(at), "Host: localhost", "Host: evil.example"),
  "a host that is none": (at) => turned(user(at), "Host: localhost", "Host: a/b@c"),
  "a forwarded host": (at) => user(at, "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: http"),
  "a forwarded address": (at) => user(at, "X-Forwarded-For: 203.0.113.7, ' or 1=1"),
  "two authorizations": (at) => user(at, "Authorization: Bearer another"),
  "two authorizations in one": (at) => turned(user(at), /(Bearer \S+)/, "$1, Bearer another"),
  "an authorization of two lines": (at) => turned(user(at), "Bearer ", "Bearer\r\n "),
  "an authorization with a tab": (at) => turned(user(at), "Bearer ", "Bearer\t"),
  "an authorization beyond ASCII": (at) => turned(user(at), "Bearer ", "Bearer ü"),
  "a space before a colon": (at) => turned(user(at), "Authorization:", "Authorization :"),
  "two content types": (at) => token(at, "Content-Type: application/json"),
  "a content type with more": (at) => turned(token(at), "urlencoded\r\n", "urlencoded; charset=utf-16\r\n"),
  "a content type in capitals": (at) => turned(token(at), formType, formType.toUpperCase()),
  "a packed body": (at) => token(at, "Content-Encoding: gzip"),
  "a body that is waited for": (at) => token(at, "Expect: 100-continue"),
  "an expectation that nobody knows": (at) => token(at, "Expect: a-miracle"),
  "two equal lengths": (at) => turned(token(at), /(Content-Length: \d+)/, "$1\r\n$1"),
  "two lengths": (at) => turned(token(at), /(Content-Length: \d+)/, "Content-Length: 3\r\n$1"),
  "two lengths in one": (at) => turned(token(at), /(Content-Length: \d+)/, "$1, 3"),
  "a length with a sign": (at) => turned(token(at), "Content-Length: ", "Content-Length: +"),
  "a length that is none": (at) => turned(token(at), /Content-Length: \d+/, "Content-Length: 0x10"),
  "a negative length": (at) => turned(token(at), "Content-Length: ", "Content-Length: -"),
  "no length": (at) => turned(token(at), /Content-Length: \d+\r\n/, ""),
  "a length of nothing": (at) => user(at, "Content-Length: 0"),
  "a body where none belongs": (at) => `${user(at, "Content-Length: 5")}hello`,
  "a length and chunks": (at) => token(at, "Transfer-Encoding: chunked"),
  "chunks by another name": (at) => token(at, "Transfer-Encoding: xchunked"),
  "chunks twice": (at) => token(at, "Transfer-Encoding: chunked", "Transfer-Encoding: identity"),
  "chunks of a wrong size": (at) =>
    turned(token(at), /Content-Length: \d+\r\n\r\n/, "Transfer-Encoding: chunked\r\n\r\nzz\r\n"),
  "more bytes than announced": (at) => `${token(at)}&scope=admin`,
  "a request in what is too much": (at) => `${token(at)}\r\nGET /api/user HTTP/1.1\r\nHost: x\r\n\r\n`,
  "a NUL in a header": (at) => user(at, "X-Note: a\0b"),
  "a line feed alone": (at) => turned(user(at), "Host: localhost\r\n", "Host: localhost\n"),
  "an upgrade": (at) =>
    turned(user(at, "Upgrade: websocket"), "Connection: close", "Connection: Upgrade, close"),
  "another language": (at) => turned(user(at, "Accept-Language: id"), "Bearer ", "Bearer x"),
  "a page wanted": (at) => turned(user(at, "Accept: text/html"), "Bearer ", "Bearer x"),
  "a foreign cookie": (at) => user(at, "Cookie: session=mbid_bs_x; device=y"),
  "no origin at all": (at) => user(at, "Origin: null"),
};

const sent = (text: string) => sentAsIs(seed.server.port, text);

describe("a request to what goes past Hono", () => {
  it.each(Object.entries(requests))("is answered as through Hono: %s", async (_, request) => {
    // A query, which means nothing here, takes the same request the long way.
    const [short, long] = [await sent(request((path) => path)), await sent(request((path) => `${path}?x=1`))];
    expect(short).toMatch(/^HTTP\/1\.1 [1-4]\d\d /);
    const withoutSignal = (answer: string) => answer.replace("HTTP/1.1 100 Continue\r\n\r\n", "");
    expect(lasting(withoutSignal(short))).toEqual(lasting(withoutSignal(long)));
    expect(short.split("HTTP/1.1 ")).toHaveLength(long.split("HTTP/1.1 ").length);
  });

  const [path, issuer] = ["/api/user", "http://localhost"];
  it.each([
    `${issuer}${path}`,
    `http://evil.example${path}`,
    `//evil.example${path}`,
    "/api/%75ser",
    "/%2e/api/user",
    "/./api/user",
    "/x/../api/user",
    "/x/%2E%2e/api/user",
    "//api/user",
    "/api//user",
    "/api/user/",
    "/api/user%00",
    "/api/user%2f",
    "/api\\user",
    "/api/user#x",
    "/API/user",
    "/api/user;x",
  ])("by another name of its path is answered as that path, or not at all: %s", async (target) => {
    const [plain, other] = [await sent(getText(path, bearer)), await sent(getText(target, bearer))];
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(other)?.[1]);
    if (status === 200) expect(lasting(other)).toEqual(lasting(plain));
    // Somebody without the issuer's name is sent there, wherever else they wanted to.
    else if (status === 308) expect(other).toContain(`\r\nlocation: ${seed.server.origin}/`);
    else expect([400, 404]).toContain(status);
    // Whatever it is called, nobody comes in without a token.
    expect(await sent(getText(target))).not.toMatch(/^HTTP\/1\.1 200/);
  });
});
