import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LinkedPages } from "../guide/linked-pages.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

function get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(server.origin + path, {
    redirect: "manual",
    headers: { "Accept-Language": "en", ...headers },
  });
}

describe("errors.json over HTTP", () => {
  it("may be kept for a short time and is asked for again cheaply", async () => {
    const first = await get("/docs/errors.json");
    expect(first.status).toBe(200);
    expect(first.headers.get("Content-Type")).toBe("application/json");
    expect(first.headers.get("Cache-Control")).toBe("public, max-age=300");
    const etag = first.headers.get("ETag") ?? "";
    expect(etag).toMatch(/^"[\w-]+"$/);
    for (const sent of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const again = await get("/docs/errors.json", { "If-None-Match": sent });
      expect([again.status, await again.text()]).toEqual([304, ""]);
    }
    expect((await get("/docs/errors.json", { "If-None-Match": '"other"' })).status).toBe(200);
  });

  it("is English for everybody", async () => {
    const [en, id] = await Promise.all(
      ["en", "id"].map(async (language) =>
        (await get("/docs/errors.json", { "Accept-Language": language })).text(),
      ),
    );
    expect(id).toBe(en);
  });
});

describe("pages over HTTP", () => {
  it.each(["/docs", "/docs/concepts", "/docs/errors", "/docs/errors/invalid_grant"])(
    "%s follows the reader's language",
    async (path) => {
      const [en, id] = await Promise.all(
        ["en", "id"].map((language) => get(path, { "Accept-Language": language })),
      );
      expect(await en?.text()).toContain('<html lang="en"');
      expect(await id?.text()).toContain('<html lang="id"');
    },
  );

  it("has the headers of every page, and runs no script", async () => {
    const response = await get("/docs/errors/invalid_client");
    expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(await response.text()).not.toContain("<script");
  });

  it.each([
    "/docs/errors/nothing",
    "/docs/errors/__proto__",
    "/docs/errors/constructor",
    "/docs/errors/a%2Fb",
    "/docs/x",
    "/docs/x.md",
    "/docs/index",
    "/docs/..%2Fpackage.json",
    "/docs/%2e%2e/%2e%2e/package.json.md",
    "/docs/concepts.html",
  ])("%s is a page that says so", async (path) => {
    const { html } = await provoked("api", "resource_not_found", "path_unknown", await get(path));
    expect(html).toContain("There is no page here");
    expect(html).not.toContain("__proto__");
  });

  it("shows people the same in Indonesian", async () => {
    const response = await get("/docs/errors/nothing", { "Accept-Language": "id" });
    expect((await provoked("api", "resource_not_found", "path_unknown", response)).html).toContain(
      "Tidak ada halaman di sini",
    );
  });

  it("takes the issuer, not the Host header, for the addresses in its samples", async () => {
    const html = await (await get("/docs/errors/invalid_grant")).text();
    expect(html).toContain(`${server.origin}/docs/errors/invalid_grant#`);
  });
});

it("every link of the documentation and of the reference leads somewhere, to an anchor that is there", async () => {
  const site = new LinkedPages(server.origin);
  await site.follow("/docs");
  await site.follow("/docs/errors");
  expect(site.broken).toEqual([]);
  expect(site.count).toBeGreaterThan(40);
});
