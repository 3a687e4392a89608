import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findings, tooWide } from "../support/accessibility.ts";
import { ApiSeed } from "../support/api-seed.ts";
import { Application, createPerson, type Person } from "../support/application.ts";
import { launchBrowser } from "../support/browser.ts";
import { gif } from "../support/pictures.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { startWebApplication, type WebApplication } from "../support/web-application.ts";

let server: TestServer;
let web: WebApplication;
let browser: Browser;
let seed: ApiSeed;

beforeAll(async () => {
  [server, web, browser] = await Promise.all([startServer(), startWebApplication(), launchBrowser()]);
  seed = await ApiSeed.open(server);
});

afterAll(async () => {
  await browser.close();
  await seed.storage.close();
  await Promise.all([server.stop(), web.stop()]);
});

interface Screen {
  readonly colorScheme: "light" | "dark";
  readonly locale: string;
  readonly width: number;
}

/** A browser of somebody's own, in which they have signed in on their way to `path`. */
async function signedIn(person: Person, path: string, screen: Screen, scripts = true) {
  const { width, ...look } = screen;
  const context = await browser.newContext({
    ...look,
    javaScriptEnabled: scripts,
    viewport: { width, height: 844 },
  });
  const page = await context.newPage();
  await page.goto(server.origin + path);
  await page.fill("[name=identifier]", person.identifier);
  await page.fill("[name=password]", person.password);
  await page.press("[name=password]", "Enter");
  await page.waitForURL(new RegExp(path));
  return { context, page };
}

interface Actor {
  readonly context: BrowserContext;
  readonly page: Page;
}

async function register({ page }: Actor): Promise<{ readonly id: string; readonly secret: string }> {
  await page.click("a.button[href='/developer/new']");
  await page.fill("[name=name]", "Toko Pengantar");
  await page.fill("[name=redirect_uris]", `${web.origin}/callback`);
  await page.check("[name='scope.detail-user']");
  await page.click("main form button[type=submit]");
  const [id = "", secret = ""] = await page.locator("code.secret").allTextContents();
  await page.click("main a.button");
  await page.waitForURL(new RegExp(id));
  return { id, secret };
}

async function ask({ page }: Actor): Promise<void> {
  await page.click("a[href$='/approvals/detail-user']");
  await page.fill("[name=privacy_policy_url]", "https://app.example.com/privacy");
  await page.fill("[name=purpose]", "Fill in the delivery address");
  await page.fill("[name=security_measures]", "Encrypted at rest");
  await page.fill("[name=compliance_notes]", "UU PDP 27/2022");
  await page.click("main form button[type=submit]");
  await page.waitForURL(/status=approval_requested/);
}

async function approve({ page }: Actor, name: string): Promise<void> {
  await page.click(`main a:has-text("${name}")`);
  await page.fill("[name=note]", "Checked on the phone");
  await page.click("button[value=approve]");
  await page.waitForURL(/status=decided/);
}

/** A person signs in with the application; resolves to the access token it gets. */
async function useIt(application: Application, person: Person, screen: Screen): Promise<string> {
  const { width, ...look } = screen;
  const context = await browser.newContext({ ...look, viewport: { width, height: 844 } });
  const page = await context.newPage();
  await page.goto(application.authorizeUrl({ scope: "view-user detail-user" }));
  await page.fill("[name=identifier]", person.identifier);
  await page.fill("[name=password]", person.password);
  await page.press("[name=password]", "Enter");
  await page.click("button[value=approve]");
  await page.waitForURL(`${web.origin}/callback?**`);
  await context.close();
  const tokens = await application.redeem(web.callbacks.at(-1)?.get("code") ?? "");
  return ((await tokens.json()) as { access_token: string }).access_token;
}

async function refusal(response: Response) {
  const { reason } = (await response.json()) as { reason?: string };
  return [response.status, reason];
}

describe.each([true, false])("with scripts: %s", (scripts) => {
  it("a developer registers an application, it is refused details, approved, and the same token reads them", async () => {
    const screen = { colorScheme: "light", locale: "en", width: 390 } as const;
    const [developer, admin, customer] = [
      await createPerson(server),
      await createPerson(server, "--admin"),
      await createPerson(server),
    ];
    const theirs = await signedIn(developer, "/developer", screen, scripts);
    const { id, secret } = await register(theirs);
    const application = Application.known(server, id, secret, `${web.origin}/callback`);
    const token = await useIt(application, customer, screen);
    const details = () => application.api("/api/user/details", token);
    expect(await refusal(await details())).toEqual([403, "approval_not_requested"]);
    await ask(theirs);
    expect(await refusal(await details())).toEqual([403, "approval_pending"]);
    const other = await signedIn(admin, "/admin/approvals", screen, scripts);
    await approve(other, "Toko Pengantar");
    const answer = await details();
    expect([answer.status, ((await answer.json()) as { id: number }).id]).toEqual([200, customer.id]);
    await theirs.page.goto(`${server.origin}/developer/applications/${id}`);
    const history = await theirs.page.textContent("#history");
    for (const told of ["Application registered", "Approval asked for", "Approved", "Checked on the phone"])
      expect(history).toContain(told);
    const target = { kind: "client", id } as const;
    const story = await seed.storage.committed.audit.list({ target }, 10);
    expect(story.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["approval.approved", admin.id],
      ["approval.requested", developer.id],
      ["client.created", developer.id],
    ]);
    await theirs.context.close();
    await other.context.close();
  });
});

/** A picture as this browser's own encoder makes it. */
async function encoded(page: Page, type: string): Promise<Buffer> {
  const url = await page.evaluate<string>(`(() => {
    const canvas = document.createElement("canvas");
    canvas.width = 120;
    canvas.height = 80;
    const pen = canvas.getContext("2d");
    pen.fillStyle = "teal";
    pen.fillRect(10, 10, 90, 50);
    return canvas.toDataURL("${type}");
  })()`);
  return Buffer.from(url.split(",")[1] ?? "", "base64");
}

it("shows a logo as it was given, whatever was taken out of it", async () => {
  const person = await createPerson(server);
  const screen = { colorScheme: "light", locale: "en", width: 390 } as const;
  const { context, page } = await signedIn(person, "/developer", screen);
  const { id } = await register({ context, page });
  const pictures = [
    [await encoded(page, "image/png"), 120],
    [await encoded(page, "image/jpeg"), 120],
    [Buffer.from(gif(3, 3)), 3],
  ] as const;
  for (const [buffer, width] of pictures) {
    await page.goto(`${server.origin}/developer/applications/${id}/logo`);
    await page.setInputFiles("[name=logo]", { name: "x", mimeType: "application/octet-stream", buffer });
    await page.click("form[enctype] button");
    await page.waitForURL(/status=saved/);
    const shown = page.locator("img.logo");
    await expect
      .poll(() => shown.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
      .toBe(width);
  }
  expect(await findings(page)).toEqual([]);
  await page.goto(`${server.origin}/developer/applications/${id}/logo`);
  expect(await findings(page)).toEqual([]);
  await context.close();
});

it.each([
  { colorScheme: "light", locale: "ar", width: 390, find: findings },
  { colorScheme: "dark", locale: "id", width: 390, find: tooWide },
  { colorScheme: "dark", locale: "en", width: 1280, find: findings },
] as const)(
  "has nothing to complain about: $colorScheme, $locale, $width px",
  { timeout: 60_000 },
  async ({ find, ...screen }) => {
    const person = await createPerson(server, "--admin");
    const { context, page } = await signedIn(person, "/developer", screen);
    const problems: string[] = [];
    const look = async (name: string) => {
      for (const finding of await find(page)) problems.push(`${name}: ${finding}`);
    };
    await page.click("a.button[href='/developer/new']");
    await page.fill("[name=redirect_uris]", "http://nowhere.example/callback\njavascript:alert(1)");
    await page.fill("[name=name]", "Mubarokah ID");
    await page.click("main form button[type=submit]");
    await look("registration with problems");
    expect(await page.evaluate("document.activeElement?.name")).toBe("name");
    await page.goto(`${server.origin}/developer`);
    const { id, secret } = await register({ context, page });
    await look("overview");
    for (const end of ["/edit", "/code", "/try", "/secret", "/delete", "/approvals/detail-user"]) {
      await page.goto(`${server.origin}/developer/applications/${id}${end}`);
      await look(end);
    }
    await page.goto(`${server.origin}/developer/applications/${id}/try`);
    await page.click("form[action$='/try/enable'] button");
    await look("start of a try");
    await page.click("form[action$='/try/start'] button");
    await page.click("button[value=approve]");
    await look("try came back");
    await page.fill("[name=client_secret]", secret);
    await page.click("button[value=token]");
    await page.click("button[value=user]");
    await look("tried");
    await page.goto(`${server.origin}/developer/applications/${id}`);
    await ask({ context, page });
    await look("asked");
    for (const path of [
      "/admin/approvals",
      "/admin/applications",
      `/admin/applications/${id}`,
      `/admin/approvals/${id}/detail-user`,
    ]) {
      await page.goto(server.origin + path);
      await look(path);
    }
    await page.click("button[value=reject]");
    await look("decision without a reason");
    await page.fill("[name=note]", "The policy does not mention addresses");
    await page.click("button[value=reject]");
    await look("decided");
    await context.close();
    expect(problems).toEqual([]);
  },
);
