import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findings, tooWide } from "../support/accessibility.ts";
import { createPerson } from "../support/application.ts";
import { AuthenticatorApp } from "../support/authenticator-app.ts";
import { launchBrowser } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { VirtualAuthenticator } from "../support/virtual-authenticator.ts";

/** `LOOK_AT=folder` keeps what the pages look like. */
const pictures = process.env["LOOK_AT"];

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ env: { RATE_LIMITS: "off" } }), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** The app scans the picture, which has to be wholly on the screen; here it reads the key below. */
async function setUp(page: Page): Promise<AuthenticatorApp> {
  const box = await page.locator("svg.qr").boundingBox();
  const width = page.viewportSize()?.width ?? 0;
  expect(box && box.x >= 0 && box.x + box.width <= width && box.width > 150).toBe(true);
  const key = (await page.textContent(".key")) ?? "";
  return new AuthenticatorApp(key.replaceAll(/\s/g, ""));
}

it.each([
  { colorScheme: "light", locale: "id", width: 360, find: tooWide },
  { colorScheme: "dark", locale: "en", width: 390, find: findings },
  { colorScheme: "light", locale: "ar", width: 375, find: findings },
] as const)(
  "two steps from end to end, without any barrier: $colorScheme, $locale, $width px",
  { timeout: 60_000 },
  async ({ colorScheme, locale, width, find }) => {
    const person = await createPerson(server);
    const context = await browser.newContext({ colorScheme, locale, viewport: { width, height: 780 } });
    const page = await context.newPage();
    page.setDefaultTimeout(8000);
    await page.addInitScript("PublicKeyCredential.isConditionalMediationAvailable = async () => false");
    await VirtualAuthenticator.plugInto(page);
    const problems: string[] = [];
    const look = async (name: string) => {
      for (const finding of await find(page)) problems.push(`${name}: ${finding}`);
      if (!pictures) return;
      await page.screenshot({
        path: `${pictures}/${name}-${locale}-${width}-${colorScheme}.png`,
        fullPage: true,
      });
    };
    const enter = async () => {
      await page.goto(`${server.origin}/login?account=new`);
      await page.fill("[name=identifier]", person.identifier);
      await page.fill("[name=password]", person.password);
      await page.press("[name=password]", "Enter");
    };
    await enter();
    await page.goto(`${server.origin}/account/security`);
    await look("security-off");
    await page.click("a[href='/account/security/app']");
    const app = await setUp(page);
    await look("app");
    await page.fill("[name=code]", app.wrong());
    await page.press("[name=code]", "Enter");
    await page.waitForSelector(".problem:visible");
    await look("app-wrong");
    await page.fill("[name=code]", await app.next());
    await page.press("[name=code]", "Enter");
    await page.waitForSelector(".codes");
    const code = (await page.textContent(".codes li")) ?? "";
    await look("recovery-codes");
    await page.emulateMedia({ media: "print" });
    const printed = await page.evaluate<string[]>(
      "[getComputedStyle(document.body).color, ...['main', '.tabs', '.areas', 'footer'].map((name) => getComputedStyle(document.querySelector(name)).display)]",
    );
    expect(printed).toEqual(["rgb(23, 32, 29)", "block", "none", "none", "none"]);
    await page.emulateMedia({ media: null });
    await page.goto(`${server.origin}/account/security/passkey`);
    await look("new-passkey");
    await page.click("form[data-passkey] button");
    await page.waitForURL(/status=passkey_added/);
    await look("security-on");
    await enter();
    await page.waitForURL(/\/login\/verify/);
    await look("second-step");
    expect(await page.evaluate("document.activeElement.name")).toBe("code");
    await page.fill("[name=code]", app.wrong());
    await page.press("[name=code]", "Enter");
    await page.waitForSelector(".problem:visible");
    await look("second-step-wrong");
    await page.click("a[href*='way=recovery']");
    await look("second-step-recovery");
    await page.fill("[name=code]", code);
    await page.press("[name=code]", "Enter");
    await page.waitForURL(`${server.origin}/account`);
    await server.database.sql("update sessions set proven_at = 0, authenticated_at = 0");
    await page.goto(`${server.origin}/account/security/app`);
    await page.waitForURL(/\/account\/confirm/);
    await look("confirm");
    await context.close();
    expect(problems).toEqual([]);
  },
);

it("Sign-in stays within its budget, its script included", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  let bytes = 0;
  page.on("response", (response) => {
    void response.body().then((body) => {
      bytes += body.length;
    });
  });
  await page.goto(`${server.origin}/login`, { waitUntil: "networkidle" });
  expect(bytes).toBeLessThan(30_000);
  await context.close();
});
