import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { directions } from "../../src/i18n/locale.ts";
import { defaultLimits } from "../../src/identity/rate-limit.ts";
import { findings, tooWide } from "../support/accessibility.ts";
import { Application, createPerson, type Person } from "../support/application.ts";
import { launchBrowser } from "../support/browser.ts";
import { signInAs } from "../support/people.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";

/** Wrong passwords are typed for this name until a code is asked for as well. */
const guessedAt = { identifier: "nobody@example.com", password: "not the password" };

let server: TestServer;
let application: Application;
let person: Person;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([
    startServer({ env: { RATE_LIMITS: "on,password_by_ip=0,password_by_account_and_ip=0" } }),
    launchBrowser(),
  ]);
  application = await Application.register(server);
  person = await createPerson(server, "--admin");
  const visitor = new Visitor(server.origin);
  for (let n = 0; n < defaultLimits.password_by_name_and_day.count; n++) await signInAs(visitor, guessedAt);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const open = [
  "/login",
  "/register",
  "/forgot",
  "/docs",
  "/docs/api",
  "/docs/errors",
  "/docs/errors/invalid_grant",
  "/nowhere",
  "/oauth/authorize",
  "/demo",
];
const personal = [
  "/account",
  "/account/picture",
  "/account/contacts",
  "/account/security",
  "/account/password",
  "/account/data",
  "/account/delete",
  "/account/sessions",
  "/account/applications",
  "/developer",
  "/developer/new",
  "/admin/approvals",
  "/admin/applications",
  "/admin/users",
  "/admin/users/new",
  "/admin/audit",
  "/logout",
];

/** Every page in Arabic in each theme; the other languages differ by their words alone: each takes every fourth page. */
const rounds = [
  { colorScheme: "light", locale: "ar", width: 390, pages: "all", find: findings },
  { colorScheme: "dark", locale: "ar", width: 1280, pages: "all", find: findings },
  { colorScheme: "light", locale: "en", width: 1280, pages: 1, find: findings },
  { colorScheme: "dark", locale: "id", width: 390, pages: 3, find: tooWide },
] as const;

function shareOf(paths: readonly string[], share: (typeof rounds)[number]["pages"]): readonly string[] {
  return share === "all" ? paths : paths.filter((_, index) => index % 4 === share);
}

it.each(rounds)(
  "finds nothing on any page: $colorScheme, $locale, $width px",
  { timeout: 120_000 },
  async ({ colorScheme, locale, width, pages, find }) => {
    const context = await browser.newContext({ colorScheme, locale, viewport: { width, height: 844 } });
    const page = await context.newPage();
    const problems: string[] = [];
    const look = async (name: string) => {
      for (const finding of await find(page)) problems.push(`${name}: ${finding}`);
      const language = await page.evaluate<string>("document.documentElement.lang + document.dir");
      if (language !== locale + directions[locale]) problems.push(`${name}: is in ${language}`);
    };
    for (const path of shareOf(open, pages)) {
      await page.goto(server.origin + path);
      await look(path);
    }
    await page.goto(`${server.origin}/login`);
    await page.fill("[name=identifier]", guessedAt.identifier);
    await page.fill("[name=password]", guessedAt.password);
    await page.press("[name=password]", "Enter");
    await page.waitForURL(/\/login\/confirm/);
    await look("after too many wrong passwords");
    await page.goto(application.authorizeUrl({ scope: "view-user detail-user" }));
    await look("sign-in for an application");
    await page.fill("[name=identifier]", person.identifier);
    await page.fill("[name=password]", "not the password");
    await page.press("[name=password]", "Enter");
    await page.waitForSelector("[role=alert]");
    await look("wrong password");
    await page.fill("[name=password]", person.password);
    await page.press("[name=password]", "Enter");
    await page.waitForURL(/\/consent/);
    await look("consent");
    await page.click("a[href^='/accounts']");
    await look("account chooser");
    for (const path of shareOf(personal, pages)) {
      await page.goto(server.origin + path);
      await look(path);
    }
    await context.close();
    expect(problems).toEqual([]);
  },
);

it("finds nothing on any page of the documentation", { timeout: 120_000 }, async () => {
  const context = await browser.newContext({
    colorScheme: "dark",
    locale: "en",
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto(`${server.origin}/docs`);
  const paths = await page.evaluate<string[]>(
    "Array.from(document.querySelectorAll('#all-pages a'), (link) => link.getAttribute('href'))",
  );
  expect(paths.length).toBeGreaterThan(20);
  const problems: string[] = [];
  for (const [index, path] of paths.entries()) {
    await page.goto(server.origin + path);
    // What stands around the text is the same on all of them.
    const part = index === 0 ? "html" : "main";
    for (const finding of await findings(page, part)) problems.push(`${path}: ${finding}`);
  }
  await context.close();
  expect(problems).toEqual([]);
});
