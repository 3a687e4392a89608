import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findings } from "../support/accessibility.ts";
import { Application, createPerson, type Person } from "../support/application.ts";
import { launchBrowser } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
let application: Application;
let person: Person;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  application = await Application.register(server);
  person = await createPerson(server, "--admin");
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
  "/docs/endpoints",
  "/docs/handling-errors",
  "/docs/errors",
  "/docs/errors/invalid_grant",
  "/nowhere",
  "/oauth/authorize",
  "/demo",
];
const personal = [
  "/account",
  "/account/picture",
  "/account/password",
  "/account/data",
  "/account/delete",
  "/account/sessions",
  "/account/applications",
  "/developer",
  "/developer/new",
  "/admin/approvals",
  "/admin/applications",
  "/logout",
];

it.each([
  { colorScheme: "light", locale: "en", width: 390 },
  { colorScheme: "dark", locale: "id", width: 390 },
  { colorScheme: "dark", locale: "en", width: 1280 },
] as const)(
  "finds nothing on any page: $colorScheme, $locale, $width px",
  async ({ colorScheme, locale, width }) => {
    const context = await browser.newContext({ colorScheme, locale, viewport: { width, height: 844 } });
    const page = await context.newPage();
    const problems: string[] = [];
    const look = async (name: string) => {
      for (const finding of await findings(page)) problems.push(`${name}: ${finding}`);
    };
    for (const path of open) {
      await page.goto(server.origin + path);
      await look(path);
    }
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
    for (const path of personal) {
      await page.goto(server.origin + path);
      await look(path);
    }
    await context.close();
    expect(problems).toEqual([]);
  },
);
