import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findings, tooWide } from "../support/accessibility.ts";
import { createPerson, type Person } from "../support/application.ts";
import { launchBrowser } from "../support/browser.ts";
import { gif } from "../support/pictures.ts";
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

async function signIn(page: Page, { identifier, password }: Person): Promise<void> {
  await page.goto(`${server.origin}/login`);
  await page.fill("[name=identifier]", identifier);
  await page.fill("[name=password]", password);
  await page.press("[name=password]", "Enter");
  await page.waitForURL(/\/account/);
}

async function download(page: Page): Promise<{ readonly held: Readonly<Record<string, unknown[]>> }> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.click("form[action='/account/data'] button"),
  ]);
  return JSON.parse(readFileSync(await file.path(), "utf8"));
}

it.each([
  { locale: "en", colorScheme: "light", javaScriptEnabled: true, zone: /GMT\+7$/, find: tooWide },
  { locale: "id", colorScheme: "dark", javaScriptEnabled: true, zone: /WIB$/, find: findings },
  { locale: "ar", colorScheme: "light", javaScriptEnabled: true, zone: /غرينتش\+7$/, find: findings },
  { locale: "id", colorScheme: "light", javaScriptEnabled: false, zone: /UTC$/, find: tooWide },
] as const)(
  "gives a picture, ends other sign-ins, takes the data, deletes the account: $locale, scripts: $javaScriptEnabled",
  async ({ zone, find, ...looks }) => {
    const person = await createPerson(server);
    const elsewhere = await browser.newContext();
    await signIn(await elsewhere.newPage(), person);
    const viewport = { width: 390, height: 844 };
    const context = await browser.newContext({ ...looks, viewport, timezoneId: "Asia/Jakarta" });
    const page = await context.newPage();
    const problems: string[] = [];
    const look = async (name: string) => {
      if (looks.javaScriptEnabled)
        for (const finding of await find(page)) problems.push(`${name}: ${finding}`);
    };
    await signIn(page, person);

    await page.goto(`${server.origin}/account/picture`);
    const file = { name: "x.svg", mimeType: "image/svg+xml", buffer: Buffer.from(gif(3, 3)) };
    await page.setInputFiles("[name=picture]", file);
    await page.click("form[enctype] button");
    await page.waitForURL(/status=picture_saved/);
    expect(await page.locator("img.avatar, img.portrait").count()).toBe(2);
    await look("picture");

    await page.goto(`${server.origin}/account/sessions`);
    await expect.poll(() => page.locator("time").first().textContent()).toMatch(zone);
    await look("sign-ins");
    await page.click("button[value=all]");
    await page.waitForURL(/status=sessions_ended/);
    expect(await page.locator("button[name=session]").count()).toBe(1);

    await page.goto(`${server.origin}/account/data`);
    await look("data");
    expect((await download(page)).held["account"]).toMatchObject([{ email: person.identifier }]);

    await page.goto(`${server.origin}/account/delete`);
    await look("deletion");
    await page.check("[name=understood]");
    await page.click("button.danger");
    await page.waitForURL(/status=account_deleted/);
    await look("deleted");
    await page.goto(`${server.origin}/account`);
    expect(new URL(page.url()).pathname).toBe("/login");
    await Promise.all([context.close(), elsewhere.close()]);
    expect(problems).toEqual([]);
  },
);
