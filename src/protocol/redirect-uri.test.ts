import { describe, expect, it } from "vitest";
import {
  isRegistered,
  placeOf,
  redirectUriLimit,
  redirectUriProblem,
  withParameters,
} from "./redirect-uri.ts";
import { difference, nearestFirst } from "./redirect-uri-difference.ts";

describe("matching", () => {
  const registered = (uri: string, redirectUris: string[], confidential = false) =>
    isRegistered(uri, { redirectUris, confidential });

  it.each([
    ["https://a.example/cb", "https://a.example/cb", true],
    ["https://a.example/cb/", "https://a.example/cb", false],
    ["https://a.example/CB", "https://a.example/cb", false],
    ["https://A.example/cb", "https://a.example/cb", false],
    ["https://a.example:443/cb", "https://a.example/cb", false],
    ["https://a.example/cb?x=1", "https://a.example/cb", false],
    ["https://a.example/%63b", "https://a.example/cb", false],
    ["https://a.example/x/../cb", "https://a.example/cb", false],
    ["https://a.example@evil.example/cb", "https://a.example/cb", false],
    ["http://127.0.0.1:5000/cb", "http://127.0.0.1/cb", true],
    ["http://127.0.0.1/cb", "http://127.0.0.1:9/cb", true],
    ["http://[::1]:5000/cb?a=1", "http://[::1]:80/cb?a=1", true],
    ["http://127.0.0.1:5000/cb", "http://[::1]/cb", false],
    ["http://127.0.0.1:5000/cbx", "http://127.0.0.1/cb", false],
    ["http://127.0.0.1:5000", "http://127.0.0.1", true],
    ["http://127.0.0.1:65536/cb", "http://127.0.0.1/cb", false],
    ["http://127.0.0.1:0/cb", "http://127.0.0.1/cb", false],
    ["http://127.0.0.1:05000/cb", "http://127.0.0.1/cb", false],
    ["http://127.0.0.1:50@evil.example/cb", "http://127.0.0.1/cb", false],
    ["http://127.0.0.1:50\\@evil.example/cb", "http://127.0.0.1/cb", false],
    ["http://127.0.0.1.evil.example/cb", "http://127.0.0.1/cb", false],
    ["https://127.0.0.1:5000/cb", "https://127.0.0.1/cb", false],
    ["https://127.0.0.1:5000/cb", "http://127.0.0.1/cb", false],
    ["http://localhost:5000/cb", "http://localhost:4000/cb", false],
    ["http://127.0.0.2:5000/cb", "http://127.0.0.1/cb", false],
  ])("%s for %s: %s", (received, uri, wanted) => expect(registered(received, [uri])).toBe(wanted));

  it("keeps the port of a confidential client", () => {
    expect(registered("http://127.0.0.1:5000/cb", ["http://127.0.0.1/cb"], true)).toBe(false);
  });
});

describe("what may be registered", () => {
  it.each([
    ["https://a.example/cb", undefined],
    ["https://a.example", undefined],
    ["https://a.example/cb?tenant=1&x=%20", undefined],
    ["http://localhost:3000/cb", undefined],
    ["http://127.0.0.1/cb", undefined],
    ["http://[::1]:1/cb", undefined],
    ["com.example.app:/cb", undefined],
    ["com.example.app://cb", undefined],
    [`https://a.example/${"x".repeat(redirectUriLimit)}`, "too_long"],
    ["", "malformed"],
    ["/cb", "malformed"],
    ["https:a.example/cb", "malformed"],
    ["https:///a.example/cb", "malformed"],
    ["https://a.example/ü", "malformed"],
    ["https://a.example/a b", "malformed"],
    ["https://a.example\\@b.example/", "malformed"],
    ["https://a.example/%zz", "malformed"],
    ["https://a.example/\r\nX: y", "malformed"],
    ["https://a.example/cb#x", "fragment"],
    ["https://a.example/cb#", "fragment"],
    ["https://user:pw@a.example/cb", "userinfo"],
    ["https://a.example@b.example/cb", "userinfo"],
    ["com.example.app://user@x/cb", "userinfo"],
    ["https://*.a.example/cb", "wildcard"],
    ["https://a.example/*", "wildcard"],
    ["http://a.example/cb", "insecure"],
    ["http://localhost.a.example/cb", "insecure"],
    ["http://127.0.0.1.a.example/cb", "insecure"],
    ["http://0.0.0.0/cb", "insecure"],
    ["HTTP://localhost/cb", "scheme"],
    ["ftp://a.example/cb", "scheme"],
    ["myapp:/cb", "scheme"],
    ["javascript:alert(1)", "scheme"],
    ["data:text/html,x", "scheme"],
    ["com.example.app:cb", "scheme"],
  ])("%j: %s", (uri, wanted) => expect(redirectUriProblem(uri, { confidential: false })).toBe(wanted));

  it("no private scheme for a confidential client", () => {
    expect(redirectUriProblem("com.example.app:/cb", { confidential: true })).toBe(
      "private_scheme_confidential",
    );
    expect(redirectUriProblem("https://a.example/cb", { confidential: true })).toBeUndefined();
  });
});

describe("what differs", () => {
  const uris = ["https://app.example.com/callback", "https://app.example.com/other/callback?x=1"];
  it.each([
    ["http://app.example.com/callback", "scheme"],
    ["https://www.example.com/callback", "host"],
    ["https://app.example.com:8443/callback", "port"],
    ["https://app.example.com/oauth", "path"],
    ["https://app.example.com/callback/", "trailing slash"],
    ["https://app.example.com/callback?x=1", "query"],
    ["https://app.example.com/other/callback?x=2", "query"],
    ["https://app.example.com/Callback", "letter case"],
    ["HTTPS://APP.example.com/callback", "letter case"],
    ["https://app.example.com/callback#here", "fragment"],
    ["https://me@app.example.com/callback", "user name in the address"],
    ["https%3A%2F%2Fapp.example.com%2Fcallback", "percent-encoding"],
    ["http://localhost:3000/callback", "scheme, host, port"],
    ["https://app.example.com@evil.example/callback", "user name in the address, host"],
    ["", "scheme, host, path"],
    ["%", "scheme, host, path"],
  ])("%s: %s", (received, wanted) => expect(difference(received, uris).join(", ")).toBe(wanted));

  it("nothing registered", () => {
    expect(difference("https://a.example/", [])).toEqual(["nothing is registered"]);
  });
});

describe("adding parameters", () => {
  const parameters = new URLSearchParams({ code: "c", state: "a b" });
  it.each([
    ["https://a.example/cb", "https://a.example/cb?code=c&state=a+b"],
    ["https://a.example/cb?", "https://a.example/cb?code=c&state=a+b"],
    ["https://a.example/cb?x=1", "https://a.example/cb?x=1&code=c&state=a+b"],
    ["https://a.example/cb?x=1&", "https://a.example/cb?x=1&code=c&state=a+b"],
    ["com.example.app:/cb", "com.example.app:/cb?code=c&state=a+b"],
  ])("%s → %s", (uri, wanted) => expect(withParameters(uri, parameters)).toBe(wanted));
});

it.each([
  ["https://a.example:8443/cb", "a.example:8443"],
  ["com.example.app:/cb", "com.example.app"],
])("%s leads to %s", (uri, place) => expect(placeOf(uri)).toBe(place));

it("puts the registered URI first that differs least", () => {
  const near = "https://a.example/cb";
  const port = "https://a.example:8443/cb/";
  const far = "https://b.example/x";
  expect(nearestFirst(`${near}/`, [far, port, near])).toEqual([near, port, far]);
  expect(nearestFirst("x", [])).toEqual([]);
});
