import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { locales } from "../../src/i18n/locale.ts";
import { Application, createPerson, type Person } from "../support/application.ts";
import { launchBrowser } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";

/** `PICTURES=docs/images` keeps the pictures of every page in every look, as the README shows them. */
const kept = process.env["PICTURES"];
const folder = kept ?? mkdtempSync(join(tmpdir(), "mubarokah-id-pictures-"));

let server: TestServer;
let application: Application;
let person: Person;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  application = await Application.register(server);
  person = await createPerson(server, "--username", "siti.aminah");
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  if (!kept) rmSync(folder, { recursive: true });
});

const screens = { phone: { width: 390, height: 780 }, desktop: { width: 1200, height: 800 } } as const;

/** Every page that people meet on the way through a sign-in, by name. */
async function walk(page: Page, picture: (name: string) => Promise<void>): Promise<void> {
  await page.goto(application.authorizeUrl({ scope: "view-user detail-user", prompt: "consent" }));
  await picture("sign-in");
  await page.fill("[name=identifier]", person.identifier);
  await page.fill("[name=password]", person.password);
  await page.press("[name=password]", "Enter");
  await page.waitForURL(/\/consent/);
  await picture("consent");
  await page.goto(application.authorizeUrl({ redirect_uri: `${application.redirectUri}/` }));
  await picture("error");
  await page.goto(`${server.origin}/account`);
  await picture("account");
  await page.goto(`${server.origin}/docs/errors/invalid_grant#refresh_token_reused`);
  await picture("reference");
}

const looks = (["phone", "desktop"] as const).flatMap((screen) =>
  (["light", "dark"] as const).flatMap((colorScheme) =>
    locales.map((locale) => ({ screen, colorScheme, locale })),
  ),
);
/** What a page may load depends on none of them: where no picture is kept, each screen, theme and language is met once. */
const once: readonly (typeof looks)[number][] = [
  { screen: "phone", colorScheme: "light", locale: "ar" },
  { screen: "desktop", colorScheme: "dark", locale: "en" },
  { screen: "phone", colorScheme: "dark", locale: "id" },
];
const rounds = kept ? looks : once;

it.each(rounds)(
  "takes a picture of every page: $screen, $colorScheme, $locale",
  async ({ screen, colorScheme, locale }) => {
    const context = await browser.newContext({
      colorScheme,
      locale,
      viewport: screens[screen],
      deviceScaleFactor: kept ? 1.5 : 1,
    });
    const page = await context.newPage();
    const failures: string[] = [];
    page.on("console", (message) => message.type() === "error" && failures.push(message.text()));
    await walk(page, async (name) => {
      const path = join(folder, `${name}-${screen}-${colorScheme}-${locale}.png`);
      // What differs stands below the fold of a phone.
      await page.screenshot({ path, fullPage: name === "error" });
      expect(statSync(path).size).toBeGreaterThan(5_000);
    });
    await context.close();
    // The error page's own status is all that a console may complain about: no style, image or script was refused.
    expect(failures.filter((text) => !text.includes("status of 400"))).toEqual([]);
  },
);
