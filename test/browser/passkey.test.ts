import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPerson, type Person } from "../support/application.ts";
import { launchBrowser } from "../support/browser.ts";
import { mailsTo } from "../support/outbox.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { type DeviceOptions, VirtualAuthenticator } from "../support/virtual-authenticator.ts";

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ env: { RATE_LIMITS: "off" } }), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly device: VirtualAuthenticator;
  /** What the browser complained about, its policy included. */
  readonly complaints: readonly string[];
}

/** A phone. Chromium's own device picks a passkey from the list under the field at once, so that list can be left out. */
async function open(options: DeviceOptions & { readonly list?: boolean } = {}): Promise<Opened> {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("status of 400"))
      complaints.push(message.text());
  });
  if (!options.list) {
    await page.addInitScript("PublicKeyCredential.isConditionalMediationAvailable = async () => false");
  }
  return { context, page, device: await VirtualAuthenticator.plugInto(page, options), complaints };
}

async function enter(page: Page, { identifier, password }: Person): Promise<void> {
  await page.goto(`${server.origin}/login?account=new`);
  await page.fill("[name=identifier]", identifier);
  await page.fill("[name=password]", password);
  await page.press("[name=password]", "Enter");
  await page.waitForURL(/\/account|\/login\/verify/);
}

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.goto(`${server.origin}/account/security/passkey`);
  await page.fill("[name=name]", name);
  await page.click("form[data-passkey] button");
  await page.waitForURL(/status=passkey_added/);
}

async function signOut(page: Page): Promise<void> {
  await page.goto(`${server.origin}/logout`);
  await page.click("button[value=current]");
  await page.waitForURL(/signed_out/);
}

async function usePasskey(page: Page): Promise<void> {
  await page.goto(`${server.origin}/login`);
  await page.click("form[data-passkey] button");
}

const subjects = async ({ identifier }: Person) =>
  (await mailsTo(server, identifier)).map(({ subject }) => subject);

describe("a passkey", () => {
  it("is registered, named, and signs in alone", async () => {
    const person = await createPerson(server);
    const { context, page, device, complaints } = await open();
    await enter(page, person);
    await addPasskey(page, "Ponsel Siti");
    expect(await page.textContent("main")).toContain("Ponsel Siti");
    const [made] = await device.credentials();
    expect(made).toMatchObject({ isResidentCredential: true, rpId: "localhost" });
    expect(await subjects(person)).toContain("A passkey was added");
    await signOut(page);
    await usePasskey(page);
    await page.waitForURL(`${server.origin}/account`);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("is offered under the field while a name is typed", async () => {
    const person = await createPerson(server);
    const { context, page } = await open({ list: true });
    await enter(page, person);
    await addPasskey(page, "Ponsel");
    await signOut(page);
    await page.goto(`${server.origin}/login`);
    await page.waitForURL(`${server.origin}/account`);
    await context.close();
  });

  it("alone is refused unless the device recognises its person", async () => {
    const person = await createPerson(server);
    const { context, page, device } = await open();
    await enter(page, person);
    await addPasskey(page, "Ponsel");
    await signOut(page);
    await device.recognises(false);
    await usePasskey(page);
    await page.waitForSelector("form[data-passkey] .problem:visible");
    expect(new URL(page.url()).pathname).toBe("/login");
    await context.close();
  });

  it("needs no second step, and is one after the password", async () => {
    const person = await createPerson(server);
    const { context, page } = await open();
    await enter(page, person);
    await addPasskey(page, "Ponsel");
    await page.click("button[name=turn_on][value=passkey]");
    await page.waitForSelector(".codes");
    await signOut(page);
    await usePasskey(page);
    await page.waitForURL(`${server.origin}/account`);
    await signOut(page);
    await enter(page, person);
    expect(new URL(page.url()).pathname).toBe("/login/verify");
    await page.check("[name=remember]");
    await page.click("form[data-passkey] button");
    await page.waitForURL(`${server.origin}/account`);
    await signOut(page);
    await enter(page, person);
    expect(new URL(page.url()).pathname).toBe("/account");
    await context.close();
  });

  it("is a fresh proof, also for somebody without a password", async () => {
    const person = await createPerson(server);
    const { context, page } = await open();
    await enter(page, person);
    await addPasskey(page, "Ponsel");
    await server.database.sql("update users set password_hash = null where id = ?", person.id);
    await server.database.sql("update sessions set proven_at = 0, authenticated_at = 0");
    await page.goto(`${server.origin}/account/security/app`);
    await page.waitForURL(/\/account\/confirm\?next=security_app/);
    expect(await page.locator("[name=password]").count()).toBe(0);
    await page.click("form[data-passkey] button");
    await page.waitForURL(`${server.origin}/account/security/app`);
    await context.close();
  });

  it("that was copied is refused once the original went on", async () => {
    const person = await createPerson(server);
    const { context, page, device } = await open();
    await enter(page, person);
    await addPasskey(page, "Kunci");
    const [copy] = await device.credentials();
    await signOut(page);
    await usePasskey(page);
    await page.waitForURL(`${server.origin}/account`);
    await signOut(page);
    await device.remove();
    const other = await VirtualAuthenticator.plugInto(page);
    if (copy) await other.add({ ...copy, signCount: 0 });
    await usePasskey(page);
    await page.waitForSelector(".notice.danger");
    expect(await page.textContent("main")).toContain("This passkey was not accepted.");
    await context.close();
  });

  it("is renamed, and removed with its second step; then it opens nothing", async () => {
    const person = await createPerson(server);
    const { context, page } = await open();
    await enter(page, person);
    await addPasskey(page, "Ponsel");
    await page.click("summary");
    await page.fill(".plain [name=name]", "Ponsel <b>lama</b>");
    await page.click("button[value=rename]");
    await page.waitForURL(/status=passkey_renamed/);
    expect(await page.textContent("h3")).toBe("Ponsel <b>lama</b>");
    await page.click("button[name=turn_on][value=passkey]");
    await page.goto(`${server.origin}/account/security`);
    await page.click("summary");
    await page.click("button[value=remove]");
    await page.waitForURL(/status=passkey_removed/);
    expect(await subjects(person)).toContain("A passkey was removed");
    await signOut(page);
    await usePasskey(page);
    await page.waitForSelector(".notice.danger");
    await enter(page, person);
    expect(new URL(page.url()).pathname).toBe("/account");
    await context.close();
  });

  it("leaves everything else working where there is no script", async () => {
    const person = await createPerson(server);
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
    const page = await context.newPage();
    await enter(page, person);
    await page.goto(`${server.origin}/account/security/passkey`);
    expect(await page.locator("form[data-passkey] button").isVisible()).toBe(false);
    expect(await page.textContent("main")).toContain("Passkeys need JavaScript");
    await page.goto(`${server.origin}/login?account=new`);
    expect(await page.locator("form[data-passkey] button").isVisible()).toBe(false);
    await context.close();
  });
});
