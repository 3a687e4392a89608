import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findings, tooWide } from "../support/accessibility.ts";
import { ApiSeed } from "../support/api-seed.ts";
import { createPerson, type Person } from "../support/application.ts";
import { launchBrowser } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
let browser: Browser;
let seed: ApiSeed;
let person: Person & { readonly id: number };

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  seed = await ApiSeed.open(server);
  person = await createPerson(server);
});

afterAll(async () => {
  await browser.close();
  await seed.storage.close();
  await server.stop();
});

const rounds = [
  { colorScheme: "light", locale: "ar", width: 390, find: findings },
  { colorScheme: "dark", locale: "id", width: 390, find: tooWide },
  { colorScheme: "dark", locale: "en", width: 1280, find: findings },
] as const;

async function signIn(page: Page, path: string): Promise<void> {
  await page.goto(server.origin + path);
  await page.fill("[name=identifier]", person.identifier);
  await page.fill("[name=password]", person.password);
  await page.press("[name=password]", "Enter");
  await page.waitForURL(new RegExp(path));
}

it.each(rounds)(
  "a developer marks an application, invites somebody and makes an error happen: $colorScheme, $locale, $width px",
  { timeout: 120_000 },
  async ({ colorScheme, locale, width, find }) => {
    const redirectUris = ["https://app.example.com/callback", `${server.origin}/developer/try/callback`];
    const { id } = await seed.client({ ownerId: person.id, confidential: false, redirectUris });
    const context = await browser.newContext({
      colorScheme,
      locale,
      viewport: { width, height: 844 },
    });
    const page = await context.newPage();
    const problems: string[] = [];
    const look = async (name: string) => {
      for (const finding of await find(page)) problems.push(`${name}: ${finding}`);
    };
    await signIn(page, "/developer");
    await page.goto(`${server.origin}/developer/applications/${id}/lab`);
    await look("before");
    await page.click("button[name=test][value=on]");
    await page.fill("[name=identifier]", "siti.penguji@example.com");
    await page.press("[name=identifier]", "Enter");
    await page.waitForSelector("bdi");
    await page.click("summary:has-text('invalid_grant')");
    await look("marked");
    await page.click("a[href$='/lab/invalid_grant/refresh_token_expired']");
    await look("one error");
    await page.click("main form[action*='/lab/'] button[type=submit]");
    await page.waitForSelector("#answer");
    expect(await page.textContent("#answer pre")).toContain('"reason": "refresh_token_expired"');
    await look("the answer");
    await page.goto(`${server.origin}/docs/errors/access_denied#user_denied`);
    await page.click("#user_denied a[href^='/developer/lab']");
    if (new URL(page.url()).pathname === "/developer/lab") await page.click(`main a[href*='${id}']`);
    await page.click("main form[action*='/lab/'] button[type=submit]");
    await page.waitForURL(/\/developer\/try\/callback/);
    expect(await page.textContent("main")).toContain("error=access_denied");
    const query = new URLSearchParams({
      response_type: "code",
      client_id: id,
      redirect_uri: redirectUris[0] ?? "",
      code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
      code_challenge_method: "S256",
    });
    await page.goto(`${server.origin}/oauth/authorize?${query}`);
    await look("consent");
    await context.close();
    expect(problems).toEqual([]);
  },
);
