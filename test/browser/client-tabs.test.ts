import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { TokenSet } from "../../packages/client/src/index.ts";
import { bundle } from "../client/bundle.ts";
import { type Site, startSite } from "../client/site.ts";
import { Application, createPerson, type Person } from "../support/application.ts";
import { launchBrowser } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { mubarokahOf, signInThrough } from "../support/through-sdk.ts";

/** What the page's script puts at the tests' disposal. */
interface Shop {
  users(count: number): Promise<readonly string[]>;
  seen(): readonly string[];
}

declare const shop: Shop;
declare const localStorage: Storage;

let server: TestServer;
let site: Site;
let browser: Browser;
let application: Application;
let person: Person;

beforeAll(async () => {
  [server, site, browser] = await Promise.all([
    startServer({ env: { RATE_LIMITS: "off" } }),
    startSite(),
    launchBrowser(),
  ]);
  person = await createPerson(server);
  application = await Application.register(server, { public: true, redirectUris: [`${site.origin}/`] });
  const options = JSON.stringify({ issuer: server.origin, clientId: application.clientId });
  site.publish(
    await bundle(`
      import { Mubarokah } from "@mubarokah/client";
      import { webStore } from "@mubarokah/client/browser";
      const bearers = [];
      const counting = (url, init) => {
        if (url.endsWith("/api/user")) bearers.push(init.headers.Authorization);
        return fetch(url, init);
      };
      const mubarokah = new Mubarokah({ ...${options}, fetch: counting });
      const session = mubarokah.session(webStore(localStorage));
      globalThis.shop = {
        users: (count) => Promise.all(Array.from({ length: count }, () =>
          session.user().then(({ name }) => name, (error) => error.message))),
        seen: () => [...new Set(bearers)],
      };`),
  );
});

afterAll(async () => {
  await browser.close();
  await Promise.all([server.stop(), site.stop()]);
});

async function tabsWith(tokens: TokenSet, count: number): Promise<{ context: BrowserContext; tabs: Page[] }> {
  const context = await browser.newContext();
  const tabs: Page[] = [];
  for (let number = 0; number < count; number++) {
    const tab = await context.newPage();
    await tab.goto(site.origin);
    tabs.push(tab);
  }
  await tabs[0]?.evaluate((text) => localStorage.setItem("mubarokah.tokens", text), JSON.stringify(tokens));
  for (const tab of tabs) await tab.waitForFunction("globalThis.shop");
  return { context, tabs };
}

/** Counts refreshes, and holds each back so long that everybody has asked before the first is answered. */
async function countRefreshes(context: BrowserContext): Promise<() => number> {
  let refreshes = 0;
  await context.route("**/oauth/token", async (route) => {
    refreshes += 1;
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  return () => refreshes;
}

it("100 calls in each of two tabs with an expired token make one refresh", async () => {
  const { tokens } = await signInThrough(mubarokahOf(application), person);
  const { context, tabs } = await tabsWith({ ...tokens, expiresAt: Date.now() - 1000 }, 2);
  const refreshes = await countRefreshes(context);
  const names = await Promise.all(tabs.map((tab) => tab.evaluate(() => shop.users(100))));
  expect(new Set(names.flat())).toEqual(new Set([expect.stringMatching(/^Siti Aminah/)]));
  expect(names.flat()).toHaveLength(200);
  expect(refreshes()).toBe(1);
  const bearers = await Promise.all(tabs.map((tab) => tab.evaluate(() => shop.seen())));
  const stored = await tabs[1]?.evaluate(() => localStorage.getItem("mubarokah.tokens"));
  const { accessToken, refreshToken } = JSON.parse(stored ?? "") as TokenSet;
  expect(new Set(bearers.flat())).toEqual(new Set([`Bearer ${accessToken}`]));
  expect(refreshToken).not.toBe(tokens.refreshToken);
  await context.close();
});

it("100 calls in each of two tabs whose token the server revoked make one refresh", async () => {
  const { tokens } = await signInThrough(mubarokahOf(application), person);
  await mubarokahOf(application).revoke(tokens.accessToken);
  const { context, tabs } = await tabsWith(tokens, 2);
  const refreshes = await countRefreshes(context);
  const names = await Promise.all(tabs.map((tab) => tab.evaluate(() => shop.users(100))));
  expect(new Set(names.flat())).toEqual(new Set([expect.stringMatching(/^Siti Aminah/)]));
  expect(refreshes()).toBe(1);
  await context.close();
});
