import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { bundle } from "../client/bundle.ts";
import { inPlace } from "../client/readme.ts";
import { type Site, startSite } from "../client/site.ts";
import { Application, createPerson, type Person } from "../support/application.ts";
import { launchBrowser } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
let site: Site;
let browser: Browser;
let person: Person;
let context: BrowserContext;
let page: Page;
let tokenRequests: string[];

beforeAll(async () => {
  [server, site, browser] = await Promise.all([startServer(), startSite(), launchBrowser()]);
  person = await createPerson(server);
});

/** Publishes a single-page application and opens it in a browser of its own. */
async function open(scriptFor: (clientId: string) => string): Promise<void> {
  const redirectUri = `${site.origin}/callback`;
  const application = await Application.register(server, { public: true, redirectUris: [redirectUri] });
  site.publish(await bundle(scriptFor(application.clientId), { mode: "development" }));
  context = await browser.newContext({ locale: "en" });
  page = await context.newPage();
  tokenRequests = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/oauth/token")) tokenRequests.push(request.postData() ?? "");
  });
  await page.goto(site.origin);
}

async function signIn(): Promise<void> {
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.locator("[name=identifier]").fill(person.identifier);
  await page.locator("[name=password]").fill(person.password);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/consent**");
}

/** The README's single-page application, under `StrictMode`, which runs effects twice in development. */
async function openReadme(): Promise<void> {
  await open((clientId) =>
    inPlace("react.tsx", { issuer: server.origin, clientId, port: Number(new URL(site.origin).port) }),
  );
  await signIn();
}
afterEach(() => context.close());

afterAll(async () => {
  await browser.close();
  await Promise.all([server.stop(), site.stop()]);
});

const decide = (decision: string) => page.locator(`[name=decision][value=${decision}]`).click();

it("signs in, stays signed in over a reload, signs out", async () => {
  await openReadme();
  await decide("approve");
  await page.getByText(/^Hello, Siti Aminah/).waitFor();
  expect(page.url()).toBe(`${site.origin}/orders?page=2`);
  expect(tokenRequests).toHaveLength(1);
  expect(await page.evaluate("Object.keys(sessionStorage)")).toEqual([]);
  await page.reload();
  await page.getByText(/^Hello, Siti Aminah/).waitFor();
  // An old address from the history belongs to no sign-in any more.
  await page.goto(`${site.origin}/callback?code=old&state=old&iss=${server.origin}`);
  await page.getByText(/^Hello, Siti Aminah/).waitFor();
  expect(tokenRequests).toHaveLength(1);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  expect(await page.evaluate("localStorage.length")).toBe(0);
});

it("shows the person's no, typed", async () => {
  await openReadme();
  await decide("deny");
  await page.getByText(/^Tell the person/).waitFor();
  const link = page.getByRole("link", { name: "access_denied" });
  expect(await link.getAttribute("href")).toContain(`${server.origin}/docs/errors/access_denied?request=`);
  expect(tokenRequests).toEqual([]);
  expect(page.url()).not.toContain("error");
});

it("the example signs in, changes the profile, says what is wrong with a change, and signs out", async () => {
  const source = readFileSync(new URL("../../examples/react-spa/main.tsx", import.meta.url), "utf8");
  await open((clientId) =>
    source
      .replace("declare const ISSUER: string;", `const ISSUER = ${JSON.stringify(server.origin)};`)
      .replace("declare const CLIENT_ID: string;", `const CLIENT_ID = ${JSON.stringify(clientId)};`),
  );
  await signIn();
  await decide("approve");
  await page.getByRole("heading", { name: /^Hello, Siti Aminah/ }).waitFor();
  const bio = page.getByLabel("About you");
  await bio.fill("I like durian.");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved: I like durian.").waitFor();
  await bio.fill("x".repeat(201));
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText(/200/).waitFor();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  expect(await page.evaluate("sessionStorage.length")).toBe(0);
});
