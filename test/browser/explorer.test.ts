import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { User } from "../../src/storage/port/users.ts";
import { findings } from "../support/accessibility.ts";
import { ApiSeed } from "../support/api-seed.ts";
import { launchBrowser } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { signedInVisitor } from "../support/signed-in.ts";

let server: TestServer;
let browser: Browser;
let seed: ApiSeed;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  seed = await ApiSeed.open(server);
});

afterAll(async () => {
  await browser.close();
  await seed.storage.close();
  await server.stop();
});

it.each([
  { colorScheme: "light", locale: "en", width: 390 },
  { colorScheme: "dark", locale: "ar", width: 390 },
] as const)("shows errors so that all can read them: $colorScheme, $locale, $width px", async (screen) => {
  const owner = await seed.user();
  const { id } = await seed.client({ ownerId: owner.id });
  const mistaken = `${server.origin}/oauth/authorize?client_id=${id}&redirect_uri=https://www.example.com`;
  const requestId = (await fetch(mistaken)).headers.get("X-Request-Id") ?? "";
  const ownerless = await seed.client();
  const admin = await seed.user({ role: "admin" });
  const { width, ...look } = screen;
  const context = await browser.newContext({ ...look, viewport: { width, height: 844 } });
  const page = await context.newPage();
  const visit = async (user: User, path: string) => {
    const { cookies } = await signedInVisitor(seed, [user]);
    await context.addCookies([
      { name: "mbid_session", value: cookies.get("mbid_session") ?? "", url: server.origin },
    ]);
    await page.goto(server.origin + path);
    expect([path, ...(await findings(page))]).toEqual([path]);
  };
  await visit(admin, `/admin/applications/${ownerless.id}/errors`);
  expect(await page.textContent(`main a[href="/admin/applications/${ownerless.id}"]`)).toBe(ownerless.name);
  for (const end of ["?period=week", "?request=x", `/${requestId}`])
    await visit(owner, `/developer/applications/${id}/errors${end}`);
  expect(await page.textContent("main h1")).toBe("redirect_uri_not_registered");
  await context.close();
});
