import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Client } from "../../src/storage/port/clients.ts";
import { ApiSeed } from "../support/api-seed.ts";
import { provoked } from "../support/provoked.ts";
import { startServer } from "../support/server.ts";
import {
  authorizationParameters,
  authorizePath,
  type Change,
  signedInVisitor,
} from "../support/signed-in.ts";

let seed: ApiSeed;
let client: Client;
beforeAll(async () => {
  seed = await ApiSeed.open(await startServer({ env: { RATE_LIMITS: "off" } }));
  client = await seed.client();
});
afterAll(async () => {
  await seed.storage.close();
  await seed.server.stop();
});

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { "Accept-Language": "en", ...(init.headers as Change | undefined) };
  return fetch(seed.server.origin + path, { redirect: "manual", ...init, headers });
}

type Reason =
  | "parameter_missing"
  | "parameter_repeated"
  | "client_unknown"
  | "redirect_uri_missing"
  | "redirect_uri_not_registered";

/** The page, once it is sure that it is one: no redirect, no cookie, nothing kept by caches, nothing framed. */
async function shown(reason: Reason, path: string, init?: RequestInit): Promise<string> {
  const response = await ask(path, init);
  expect(response.headers.get("Location")).toBeNull();
  expect(response.headers.get("Refresh")).toBeNull();
  expect(response.headers.get("Set-Cookie")).toBeNull();
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  expect(response.headers.get("Referrer-Policy")).toBe("same-origin");
  const policy = response.headers.get("Content-Security-Policy") ?? "";
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("unsafe-inline");
  const { html = "" } = await provoked("oauth", "invalid_request", reason, response);
  expect(html).not.toContain("http-equiv");
  return html;
}

describe("client_id", () => {
  it.each<[string, Reason, Change]>([
    ["missing", "parameter_missing", { client_id: "" }],
    ["nobody's", "client_unknown", { client_id: randomUUID() }],
    ["no id at all", "client_unknown", { client_id: "' or 1=1 --" }],
    ["with a zero byte", "client_unknown", { client_id: "a\0b" }],
    ["endless", "client_unknown", { client_id: "9".repeat(4000) }],
  ])("%s", async (_name, reason, change) => {
    const html = await shown(reason, authorizePath(client, change));
    if (reason === "parameter_missing") expect(html).toContain("client_id");
  });

  it("repeated, even when both are right", async () => {
    const html = await shown("parameter_repeated", `${authorizePath(client)}&client_id=${client.id}`);
    expect(html).toContain("<code>client_id</code>");
  });

  it("in another letter case", async () => {
    await shown("client_unknown", authorizePath(client, { client_id: client.id.toUpperCase() }));
  });

  it("is asked for in every language of the reader", async () => {
    const html = await shown(
      "client_unknown",
      authorizePath(client, { client_id: randomUUID(), ui_locales: "id" }),
    );
    expect(html).toContain('<html lang="id"');
  });
});

describe("redirect_uri", () => {
  it("missing", async () => {
    await shown("redirect_uri_missing", authorizePath(client, { redirect_uri: "" }));
    await shown("redirect_uri_missing", `${authorizePath(client, { redirect_uri: "" })}&redirect_uri=`);
  });

  it("repeated", async () => {
    const path = `${authorizePath(client)}&redirect_uri=${encodeURIComponent("https://evil.example/")}`;
    expect(await shown("parameter_repeated", path)).toContain("<code>redirect_uri</code>");
  });

  it.each([
    ["http://app.example.com/callback", "scheme (http, https)"],
    ["https://app.example.com.evil.example/callback", "host"],
    ["https://app.example.com:8443/callback", "port"],
    ["https://app.example.com/elsewhere", "path"],
    ["https://app.example.com/callback/", "trailing slash"],
    ["https://app.example.com/callback?x=1", "query"],
    ["https://App.example.com/callback", "letter case"],
    ["https://app.example.com@evil.example/callback", "user name in the address, host"],
    ["https://evil.example\\@app.example.com/callback", "user name in the address"],
    ["javascript:alert(1)", "scheme (http, https), host, path"],
    ["//evil.example/callback", "scheme (http, https), host"],
  ])("%s differs in: %s", async (redirectUri, difference) => {
    const html = await shown(
      "redirect_uri_not_registered",
      authorizePath(client, { redirect_uri: redirectUri }),
    );
    expect(html).toContain(`<code>${difference}</code>`);
    expect(html).not.toContain('href="javascript');
    expect(html).not.toContain('href="http://app.example.com');
  });

  it("shows what was received in printable letters, and not without end", async () => {
    const redirectUri = `https://app.example.com/\u202e${"x".repeat(5000)}`;
    const html = await shown(
      "redirect_uri_not_registered",
      authorizePath(client, { redirect_uri: redirectUri }),
    );
    expect(html).toContain("https://app.example.com/%E2%80%AExxx");
    expect(html).not.toContain("\u202e");
    expect(html).not.toContain("x".repeat(300));
  });

  it("is not proven by being another client's", async () => {
    const other = await seed.client({ redirectUris: ["https://other.example.com/"] });
    await shown(
      "redirect_uri_not_registered",
      authorizePath(client, { redirect_uri: "https://other.example.com/" }),
    );
    expect((await ask(authorizePath(other))).headers.get("Location")).toContain("/login?interaction=");
  });

  it("says in Indonesian what differs", async () => {
    const path = authorizePath(client, {
      redirect_uri: "https://app.example.com/callback/",
      ui_locales: "fr id en",
    });
    const html = await shown("redirect_uri_not_registered", path);
    expect(html).toContain("garis miring di akhir");
    expect(html).toContain('<html lang="id"');
  });

  it("is refused for a disabled client as for any other", async () => {
    const disabled = await seed.client({ status: "disabled" });
    await shown(
      "redirect_uri_not_registered",
      authorizePath(disabled, { redirect_uri: "https://evil.example/" }),
    );
  });

  it("varies its port for a public client on a loopback literal only", async () => {
    const redirectUris = ["http://127.0.0.1/cb", "http://localhost:4000/cb"];
    const native = await seed.client({ confidential: false, redirectUris });
    const pkce = {
      code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
      code_challenge_method: "S256",
    };
    const at = (redirectUri: string) => authorizePath(native, { ...pkce, redirect_uri: redirectUri });
    const right = await ask(at("http://127.0.0.1:51234/cb"));
    expect(right.headers.get("Location")).toContain("/login?interaction=");
    for (const wrong of [
      "http://localhost:4001/cb",
      "http://127.0.0.1:51234/cbx",
      "http://127.0.0.1:1@evil.example/cb",
    ])
      await shown("redirect_uri_not_registered", at(wrong));
  });
});

describe("every other way to ask", () => {
  it("POST is shown the same page", async () => {
    const body = authorizationParameters(client, { redirect_uri: "https://evil.example/" });
    await shown("redirect_uri_not_registered", "/oauth/authorize", { method: "POST", body });
  });

  it("a person who is signed in is shown the same page", async () => {
    const visitor = await signedInVisitor(seed, [await seed.user()]);
    const page = await visitor.request(authorizePath(client, { redirect_uri: "https://evil.example/" }));
    await provoked("oauth", "invalid_request", "redirect_uri_not_registered", page.response);
  });

  it("parameters in the body of a POST only: a query does not count", async () => {
    const body = new URLSearchParams();
    await shown("parameter_missing", authorizePath(client), { method: "POST", body });
  });
});
