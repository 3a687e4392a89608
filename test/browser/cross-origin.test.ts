import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Application } from "../support/application.ts";
import { launchBrowser } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { startWebApplication, type WebApplication } from "../support/web-application.ts";

let server: TestServer;
let web: WebApplication;
let browser: Browser;

beforeAll(async () => {
  [server, web, browser] = await Promise.all([startServer(), startWebApplication(), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await Promise.all([server.stop(), web.stop()]);
});

interface ScriptRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly credentials?: "include";
}

/** What a script of another origin can see of an answer; null when the browser keeps it from the script. */
async function seenByScript(path: string, init: ScriptRequest): Promise<Record<string, unknown> | null> {
  const page = await browser.newPage();
  await page.goto(web.origin);
  const seen = await page.evaluate(
    async ({ url, options }) => {
      try {
        const response = await fetch(url, options);
        const body = (await response.json()) as Record<string, unknown>;
        return { status: response.status, body, requestId: response.headers.get("X-Request-Id") };
      } catch {
        return null;
      }
    },
    { url: server.origin + path, options: init },
  );
  await page.close();
  return seen;
}

it("lets a script of another origin read tokens' errors, with the request id", async () => {
  const application = await Application.register(server, {
    public: true,
    redirectUris: [`${web.origin}/callback`],
  });
  const body = `grant_type=authorization_code&code=x&redirect_uri=x&client_id=${application.clientId}`;
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const seen = await seenByScript("/oauth/token", { method: "POST", headers, body });
  expect(seen).toMatchObject({ status: 400, requestId: expect.stringMatching(/^[0-9a-f]{32}$/) });
  expect(seen?.["body"]).toMatchObject({ error: "invalid_grant", reason: "authorization_code_unknown" });
});

it("answers the preflight of an Authorization header and of PATCH", async () => {
  const headers = { Authorization: "Bearer nothing", "Content-Type": "application/json" };
  const seen = await seenByScript("/api/user", { method: "PATCH", headers, body: "{}" });
  expect(seen).toMatchObject({ status: 401, body: { error: "token_invalid" } });
});

it("keeps pages, introspection and credentials from scripts of other origins", async () => {
  expect(await seenByScript("/account", {})).toBeNull();
  expect(await seenByScript("/dev/outbox", { headers: { Accept: "application/json" } })).toBeNull();
  expect(
    await seenByScript("/oauth/introspect", { method: "POST", body: new URLSearchParams("a=b").toString() }),
  ).toBeNull();
  expect(await seenByScript("/api/user", { credentials: "include" })).toBeNull();
});
