import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findings } from "../support/accessibility.ts";
import { launchBrowser } from "../support/browser.ts";
import { Portal } from "../support/portal.ts";

const pages = [
  "/admin/dashboard",
  "/admin/users",
  "/admin/users?q=nobody",
  "/admin/users/new",
  "/admin/audit",
  "/admin/audit?actor=x",
  "/admin/maintenance",
  "/admin/messages",
  "/admin/scopes",
  "/admin/settings",
  "/admin/limits",
  "/admin/approvals",
  "/admin/applications",
];

let portal: Portal;
let browser: Browser;
beforeAll(async () => {
  [portal, browser] = await Promise.all([Portal.open(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await portal.close();
});

it.each([
  { colorScheme: "light", locale: "ar", width: 390 },
  { colorScheme: "dark", locale: "en", width: 1280 },
] as const)(
  "finds nothing on any page of the administration: $colorScheme, $locale, $width px",
  async ({ colorScheme, locale, width }) => {
    const { browser: visitor, user } = await portal.somebody("super-admin");
    const other = await portal.somebody("admin", 0, { status: "active" });
    const context = await browser.newContext({ colorScheme, locale, viewport: { width, height: 844 } });
    const cookies = [...visitor.cookies].map(([name, value]) => ({ name, value, url: portal.server.origin }));
    await context.addCookies(cookies);
    const page = await context.newPage();
    const problems: string[] = [];
    const { id } = await portal.seed.client({ scopes: ["view-user", "detail-user"] });
    const application = `/admin/applications/${id}`;
    const single = [application, `${application}/errors`, `/admin/approvals/${id}/detail-user`];
    for (const person of [user, other.user]) single.push(`/admin/users/${person.id}`);
    for (const path of [...pages, ...single]) {
      await page.goto(portal.server.origin + path);
      expect(new URL(page.url()).pathname).toBe(path.split("?")[0]);
      for (const finding of await findings(page)) problems.push(`${path}: ${finding}`);
    }
    await context.close();
    expect(problems).toEqual([]);
  },
  60_000,
);

it("works by keyboard alone, without scripts: a person is found and signed out", async () => {
  const { browser: visitor } = await portal.somebody("admin");
  const { user } = await portal.somebody("user", 0, { name: "Zainab Keyboard" });
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "en" });
  const cookies = [...visitor.cookies].map(([name, value]) => ({ name, value, url: portal.server.origin }));
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto(`${portal.server.origin}/admin/users`);
  await page.focus("#q");
  await page.keyboard.type("zainab");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=zainab/);
  await page.focus(`a[href="/admin/users/${user.id}"]`);
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(`/admin/users/${user.id}$`));
  await page.focus("button[value=end_sessions]");
  await page.keyboard.press("Enter");
  await page.waitForURL(/status=user_signed_out/);
  await context.close();
  expect(await portal.seed.storage.committed.sessions.listByUser(user.id)).toEqual([]);
}, 60_000);
