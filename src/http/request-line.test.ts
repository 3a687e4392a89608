import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, it } from "vitest";
import { mendRequestLine } from "./request-line.ts";

function mended(url: string, host?: string) {
  const incoming = new IncomingMessage(new Socket());
  incoming.url = url;
  incoming.headers = host === undefined ? {} : { host };
  mendRequestLine(incoming);
  return [incoming.url, incoming.headers.host];
}

it.each(["localhost", "localhost:80", "LocalHost:3000", "id.example.com:443", "127.0.0.1:9", "[::1]:3000"])(
  "leaves the host %s as it is",
  (host) => {
    expect(mended("/a?b#c", host)).toEqual(["/a?b#c", host]);
  },
);

it.each(["a b", "a/b", "u@h", "a?b", "a#b", "a\\b", "[", "h:70000", "1.2.3:80", "x:-1"])(
  "takes the host %s for a foreign one",
  (host) => {
    expect(mended("/", host)).toEqual(["/", "invalid"]);
  },
);

it("takes a request that names no host for one to a foreign one", () => {
  expect(mended("/")).toEqual(["/", "invalid"]);
});

it.each([
  ["/a\\b?c\\d", "/a%5Cb?c%5Cd"],
  ["*", "/*"],
  ["http://[", "/"],
  ["http://evil.example/a", "http://evil.example/a"],
  ["api\\user", "/api%5Cuser"],
])("makes a path of the target %s", (url, path) => {
  expect(mended(url, "localhost")[0]).toBe(path);
});
