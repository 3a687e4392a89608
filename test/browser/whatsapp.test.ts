import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findings } from "../support/accessibility.ts";
import { Application } from "../support/application.ts";
import { launchBrowser } from "../support/browser.ts";
import { mailTo } from "../support/outbox.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { startWebApplication, type WebApplication } from "../support/web-application.ts";
import { aNumber, callWebhook, codeTo, inbound, webhookEnv } from "../support/whatsapp.ts";

/** `PICTURES=docs/images` keeps the pictures; otherwise they are only taken. */
const kept = process.env["PICTURES"];
const folder = kept ?? mkdtempSync(join(tmpdir(), "mubarokah-id-pictures-"));

let server: TestServer;
let web: WebApplication;
let application: Application;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  [server, web, browser] = await Promise.all([
    startServer({ env: { RATE_LIMITS: "off", ...webhookEnv } }),
    startWebApplication(),
    launchBrowser(),
  ]);
  application = await Application.register(server, { redirectUris: [`${web.origin}/callback`] });
});

afterAll(async () => {
  await browser.close();
  await Promise.all([server.stop(), web.stop()]);
  if (!kept) rmSync(folder, { recursive: true });
});

interface Looks {
  readonly locale: string;
  readonly scripts?: boolean;
  readonly colorScheme?: "light" | "dark";
}

/** A phone that shows our pages; `picture` takes one and looks for barriers, and that nothing is wider than the screen. */
async function aPhone({ locale, scripts = true, colorScheme = "light" }: Looks) {
  const viewport = { width: 390, height: 844 };
  const deviceScaleFactor = kept ? 1.5 : 1;
  const options = { locale, javaScriptEnabled: scripts, colorScheme, viewport, deviceScaleFactor };
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const picture = async (name: string) => {
    const path = join(folder, `whatsapp-${name}-${colorScheme}-${locale}.png`);
    await page.screenshot({ path, fullPage: true });
    expect(statSync(path).size).toBeGreaterThan(5_000);
    if (!scripts) return;
    expect([name, ...(await findings(page))]).toEqual([name]);
  };
  return { context, page, picture };
}

async function typeCode(page: Page, number: string): Promise<void> {
  await page.fill("[name=code]", await codeTo(server, number));
  await page.press("[name=code]", "Enter");
}

/** What the application learns of whoever was just sent back to it. */
async function learned(): Promise<unknown> {
  const code = web.callbacks.at(-1)?.get("code") ?? "";
  const tokens = (await (await application.redeem(code)).json()) as { access_token: string };
  return (await application.api("/api/user", tokens.access_token)).json();
}

describe.each([
  { locale: "id", scripts: true, colorScheme: "light" },
  { locale: "ar", scripts: true, colorScheme: "dark" },
  { locale: "en", scripts: false, colorScheme: "light" },
] as const)("on a phone, $locale, $colorScheme, scripts: $scripts", (looks) => {
  const number = aNumber();

  it("opens an account with a number alone; the application receives no e-mail address", async () => {
    const { context, page, picture } = await aPhone(looks);
    await page.goto(application.authorizeUrl());
    await picture("sign-in");
    await page.click("main a[href^='/register']");
    expect(await page.isVisible("[name=phone_number]")).toBe(true);
    expect(await page.isVisible("[name=email]")).toBe(false);
    await picture("register");
    await page.check("[name=way][value=email]");
    expect(await page.isVisible("[name=phone_number]")).toBe(false);
    expect(await page.isVisible("[name=password]")).toBe(true);
    await picture("register-email");
    await page.check("[name=way][value=whatsapp]");
    await page.fill("[name=name]", "Siti Aminah");
    await page.fill("[name=phone_number]", `0${number.slice(3)}`);
    await page.press("[name=phone_number]", "Enter");
    await page.waitForURL(/\/register\/verify/);
    await picture("register-code");
    await typeCode(page, number);
    await page.waitForURL(/\/consent/);
    await page.click("button[value=approve]");
    await page.waitForURL(`${web.origin}/callback?**`);
    expect(await learned()).toMatchObject({ name: "Siti Aminah", email: null });
    await context.close();
  });

  it("signs in with it in another browser", async () => {
    const { context, page, picture } = await aPhone(looks);
    await page.goto(application.authorizeUrl({ prompt: "consent" }));
    await page.click("button[value=whatsapp]");
    await page.waitForSelector("#identifier-problem");
    await page.fill("[name=identifier]", number);
    await page.press("[name=identifier]", "Enter");
    await page.waitForURL(/\/login\/code/);
    await picture("code");
    await page.fill("[name=code]", "000000");
    await page.press("[name=code]", "Enter");
    await page.waitForSelector("#code-problem");
    await picture("code-wrong");
    await typeCode(page, number);
    await page.waitForURL(/\/consent/);
    await context.close();
  });

  it("signs in by writing first", async () => {
    const { context, page, picture } = await aPhone(looks);
    await page.goto(`${server.origin}/login`);
    await page.fill("[name=identifier]", aNumber());
    await page.click("button[value=whatsapp]");
    await page.click("form[action^='/login/write'] button");
    await page.waitForSelector("a[href^='https://wa.me/']");
    await picture("write-first");
    const link = await page.getAttribute("a[href^='https://wa.me/']", "href");
    const text = new URL(link ?? "").searchParams.get("text") ?? "";
    await callWebhook(server, inbound(number, text));
    await page.click("main a[href^='/login/code']");
    await page.waitForSelector(".notice.good");
    await picture("written");
    await typeCode(page, number);
    await page.waitForURL(/\/account$/);
    await context.close();
  });

  it("adds an e-mail address to the account", async () => {
    const { context, page, picture } = await aPhone(looks);
    await page.goto(`${server.origin}/login`);
    await page.fill("[name=identifier]", number);
    await page.click("button[value=whatsapp]");
    await page.waitForURL(/\/login\/code/);
    await typeCode(page, number);
    await page.waitForURL(/\/account$/);
    await page.click("main a[href='/account/contacts']");
    await page.waitForURL(/\/account\/contacts$/);
    await picture("contacts");
    const email = `${number.slice(1)}@example.com`;
    await page.fill("[name=email]", email);
    await page.press("[name=email]", "Enter");
    await page.waitForURL(/\/account\/contacts\/code/);
    await picture("contact-code");
    await page.fill("[name=code]", (await mailTo(server, email)).code ?? "");
    await page.press("[name=code]", "Enter");
    await page.waitForURL(/status=email_changed/);
    expect(await page.textContent("main")).toContain(email);
    await context.close();
  });
});
