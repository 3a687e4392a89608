import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Application, createPerson, type Person } from "../support/application.ts";
import { launchBrowser } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let server: TestServer;
let application: Application;
let person: Person;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  application = await Application.register(server);
  person = await createPerson(server);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** What axe finds by the rules of WCAG 2.2 AA, and whether the page is wider than the screen. */
async function findings(page: Page): Promise<string[]> {
  // Evaluated through the debugger: the page's own policy would refuse an injected script.
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const runner = (
      globalThis as unknown as {
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe;
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await runner.run({ runOnly: { type: "tag", values: tags } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
  const tooWide = await page.evaluate<boolean>("document.documentElement.scrollWidth > innerWidth + 1");
  return tooWide ? [...found, "wider than the screen"] : found;
}

const open = [
  "/login",
  "/register",
  "/forgot",
  "/docs/errors",
  "/docs/errors/invalid_grant",
  "/nowhere",
  "/oauth/authorize",
  "/demo",
];
const personal = ["/account", "/account/password", "/account/sessions", "/account/applications", "/logout"];

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
