import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** The ordinary user's account as the banner prints it. */
function bannerAccount(): { readonly identifier: string; readonly password: string } {
  const [, identifier = "", password = ""] = /account user: (\S+) password (\S+)/.exec(server.log()) ?? [];
  return { identifier, password };
}

describe.each([true, false])("the demo, with scripts: %s", (javaScriptEnabled) => {
  it.each(["confidential", "public"])("clicks through to the user's data: %s", async (kind) => {
    const context = await browser.newContext({ javaScriptEnabled, locale: "en" });
    const page = await context.newPage();
    await page.goto(`${server.origin}/demo`);
    await page.click(`button[value=${kind}]`);
    const { identifier, password } = bannerAccount();
    await page.fill("[name=identifier]", identifier);
    await page.fill("[name=password]", password);
    await page.press("[name=password]", "Enter");
    await page.waitForURL(/\/consent|\/demo$/);
    if (page.url().includes("/consent")) await page.click("button[value=approve]");
    await page.waitForURL(/\/demo$/);
    const steps = await page.locator("section h2").allTextContents();
    expect(steps).toHaveLength(5);
    expect(await page.locator("#step-4 pre").last().textContent()).toContain(identifier);
    await page.click("form[action='/demo/refresh'] button");
    await page.waitForURL(/\/demo$/);
    expect(await page.locator("#step-1 pre").last().textContent()).toContain('"token_type": "Bearer"');
    await context.close();
  });
});

it("does not use an answer that this browser did not ask for", async () => {
  const page = await browser.newPage();
  await page.goto(`${server.origin}/demo/callback?code=stolen&state=guessed`);
  expect(new URL(page.url()).searchParams.get("problem")).toBe("state");
  await page.close();
});
