import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Application, createPerson, type Person } from "../support/application.ts";
import { launchBrowser } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { startWebApplication, type WebApplication } from "../support/web-application.ts";

let server: TestServer;
let web: WebApplication;
let application: Application;
let person: Person & { readonly id: number };
let browser: Browser;

beforeAll(async () => {
  [server, web, browser] = await Promise.all([startServer(), startWebApplication(), launchBrowser()]);
  application = await Application.register(server, { redirectUris: [`${web.origin}/callback`] });
  person = await createPerson(server);
});

afterAll(async () => {
  await browser.close();
  await Promise.all([server.stop(), web.stop()]);
});

async function enter(page: Page, who: Person): Promise<void> {
  await page.fill("[name=identifier]", who.identifier);
  await page.fill("[name=password]", who.password);
  await page.press("[name=password]", "Enter");
}

async function openContext(javaScriptEnabled: boolean): Promise<BrowserContext> {
  return browser.newContext({ javaScriptEnabled, locale: "en-GB", viewport: { width: 390, height: 844 } });
}

function lastCallback(): URLSearchParams {
  const last = web.callbacks.at(-1);
  if (!last) throw new Error("The application was never called back");
  return last;
}

describe.each([true, false])("signing in with scripts: %s", (scripts) => {
  it("leads from the application through sign-in and consent back to it", async () => {
    const context = await openContext(scripts);
    const page = await context.newPage();
    await page.goto(application.authorizeUrl({ scope: "view-user", state: `scripts ${scripts}` }));
    await enter(page, person);
    // In a browser of its own the person has consented before only in the second round.
    await page.waitForURL(/\/consent|\/callback/);
    if (page.url().includes("/consent")) await page.click("button[value=approve]");
    await page.waitForURL(`${web.origin}/callback?**`);
    expect(lastCallback().get("state")).toBe(`scripts ${scripts}`);
    expect(lastCallback().get("iss")).toBe(server.origin);
    const tokens = await application.redeem(lastCallback().get("code") ?? "");
    expect(tokens.status).toBe(200);
    await context.close();
  });

  it("carries a denial back", async () => {
    const context = await openContext(scripts);
    const page = await context.newPage();
    await page.goto(application.authorizeUrl({ prompt: "consent" }));
    await enter(page, person);
    await page.click("button[value=deny]");
    await page.waitForURL(`${web.origin}/callback?**`);
    expect(lastCallback().get("error")).toBe("access_denied");
    expect(lastCallback().get("error_uri")).toContain("/docs/errors/access_denied?request=");
    await context.close();
  });
});

it("works in two tabs at once, and after the back button", async () => {
  const context = await openContext(true);
  const [one, two] = await Promise.all([context.newPage(), context.newPage()]);
  await one.goto(application.authorizeUrl({ state: "tab one", prompt: "consent" }));
  await two.goto(application.authorizeUrl({ state: "tab two", prompt: "consent" }));
  await enter(one, person);
  await one.waitForURL(/\/consent/);
  await enter(two, person);
  await two.waitForURL(/\/consent/);
  await one.click("button[value=approve]");
  await one.waitForURL(`${web.origin}/callback?**`);
  expect(lastCallback().get("state")).toBe("tab one");
  await two.click("button[value=approve]");
  await two.waitForURL(`${web.origin}/callback?**`);
  expect(lastCallback().get("state")).toBe("tab two");
  await two.goBack();
  await two.reload();
  await expect.poll(async () => two.locator("main a, main button").count()).toBeGreaterThan(0);
  await context.close();
});

it("lets a second account be used without signing out of the first", async () => {
  const other = await createPerson(server);
  const context = await openContext(true);
  const page = await context.newPage();
  await page.goto(application.authorizeUrl({ prompt: "consent" }));
  await enter(page, person);
  await page.waitForURL(/\/consent/);
  await page.click("a[href^='/accounts']");
  await page.click("button[name=account][value=new]");
  await enter(page, other);
  await page.waitForURL(/\/consent/);
  await expect.poll(() => page.textContent("main")).toContain(other.identifier);
  await page.click("button[value=approve]");
  await page.waitForURL(`${web.origin}/callback?**`);
  const tokens = (await (await application.redeem(lastCallback().get("code") ?? "")).json()) as {
    access_token: string;
  };
  const user = (await (await application.api("/api/user", tokens.access_token)).json()) as { id: number };
  expect(user.id).toBe(other.id);
  await page.goto(application.authorizeUrl());
  await page.waitForURL(/\/accounts/);
  expect(
    await page
      .locator("button[name=account]")
      .evaluateAll((buttons) => buttons.map((button) => (button as unknown as { value: string }).value)),
  ).toEqual(expect.arrayContaining([String(person.id), String(other.id), "new"]));
  await context.close();
});

it("says the same in the language that is picked, and keeps it", async () => {
  const context = await openContext(true);
  const page = await context.newPage();
  await page.goto(application.authorizeUrl());
  await page.click("footer a[hreflang=id]");
  expect(await page.getAttribute("html", "lang")).toBe("id");
  await page.goto(`${server.origin}/docs/errors`);
  expect(await page.getAttribute("html", "lang")).toBe("id");
  await context.close();
});
