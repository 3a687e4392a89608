import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.stop());

function ask(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(server.origin + path, { headers, redirect: "manual" });
}

function frameOf(html: string): string {
  return /<html[^>]*>/.exec(html)?.[0] ?? "";
}

describe("the language of a page", () => {
  it.each([
    ["Accept-Language", "/login", { "Accept-Language": "ar-EG,ar;q=0.9,en;q=0.8" }],
    ["ui_locales", "/login?ui_locales=fr%20ar%20en", { "Accept-Language": "id" }],
    ["what was picked before", "/login", { "Accept-Language": "id", Cookie: "mbid_locale=ar" }],
    ["a failure's page too", "/nowhere", { "Accept-Language": "ar" }],
  ])("is Arabic, from right to left, by %s", async (_, path, headers) => {
    const response = await ask(path, headers);
    expect(response.headers.get("Content-Language")).toBe("ar");
    expect(frameOf(await response.text())).toBe('<html lang="ar" dir="rtl">');
  });

  it("is Indonesian, from left to right, for whoever asks for none of ours", async () => {
    expect(frameOf(await (await ask("/login", { "Accept-Language": "fr" })).text())).toBe(
      '<html lang="id" dir="ltr">',
    );
  });

  it("can be changed on the page, each language named in itself", async () => {
    const html = await (await ask("/login", { "Accept-Language": "ar" })).text();
    for (const [locale, name] of [
      ["en", "English"],
      ["id", "Bahasa Indonesia"],
      ["ar", "العربية"],
    ])
      expect(html).toMatch(new RegExp(`<a [^>]*hreflang="${locale}" lang="${locale}"[^>]*>${name}</a>`));
  });

  it("never changes what programs read", async () => {
    const headers = { "Accept-Language": "ar" };
    const [api, token] = await Promise.all([
      ask("/api/user", headers),
      fetch(`${server.origin}/oauth/token`, { method: "POST", headers }),
    ]);
    for (const response of [api, token]) expect(await response.text()).toMatch(/^[\x20-\x7e\s]+$/);
  });
});

describe("the first paint of sign-in", () => {
  it.each(["en", "id", "ar"])(
    "costs less than 30 KB, everything that it loads counted: %s",
    async (locale) => {
      const html = await (await ask(`/login?ui_locales=${locale}`)).text();
      const loaded = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? "");
      expect(loaded.length).toBeGreaterThan(1);
      const assets = await Promise.all(loaded.map(async (path) => (await ask(path)).text()));
      const total = [html, ...assets].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
      expect(total).toBeLessThan(30_000);
      expect(assets.join("")).not.toMatch(/@import|@font-face|url\((?!"\/assets\/icon\.svg"\))/);
    },
  );
});
