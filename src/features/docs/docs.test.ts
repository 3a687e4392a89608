import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { errorUri } from "../../errors/error-uri.ts";
import { textsFor } from "../../errors/translations.ts";
import { everyCode, everyReason } from "../../errors/walk.ts";
import { type Locale, locales } from "../../i18n/locale.ts";
import { messages } from "../../i18n/messages.ts";
import type { AppEnv, Site } from "../../web/context.ts";
import { Guide } from "./guide.ts";
import { docsRoutes } from "./routes.ts";
import { sdkView } from "./sdk-view.ts";

const issuer = "https://id.example";
const site = { issuer, secure: true, name: "Mubarokah ID", stylesheet: "/assets/app.css", icon: {} } as Site;

function reference(locale: Locale): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .use(async (c, next) => {
      c.set("site", site);
      c.set("locale", locale);
      c.set("requestId", randomBytes(16).toString("hex"));
      await next();
    })
    .route(
      "/",
      docsRoutes({
        guide: new Guide(new URL("../../../dist/guide/", import.meta.url)),
        ownRequestPath: async () => undefined,
      }),
    );
}

const apps = { en: reference("en"), id: reference("id"), ar: reference("ar") };

async function read(path: string, locale: Locale = "en"): Promise<string> {
  const response = await apps[locale].request(path);
  expect(response.status).toBe(200);
  return response.text();
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

function idsOf(html: string): readonly string[] {
  return [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? "");
}

/** What a reader sees: no tags, entities as they stand. */
function visible(html: string): string {
  return html.replace(/<[^>]+>/g, "");
}

describe.each(everyReason())("$family $code#$reason", ({ family, code, reason, definition, entry }) => {
  it.each(locales)("stands where its error_uri points, in full (%s)", async (locale) => {
    const uri = new URL(errorUri(issuer, { code, reason }));
    const html = await read(uri.pathname, locale);
    expect(idsOf(html)).toContain(uri.hash.slice(1));
    const { page, ...texts } = textsFor({ code, reason, definition }, locale);
    const section = html.slice(html.indexOf(`id="${reason}"`));
    for (const text of [texts.cause, texts.resolution, texts.prevention, texts.retry, texts.description])
      expect(visible(section), family).toContain(escaped(text.replaceAll("`", "")));
    if (page) expect(visible(section)).toContain(escaped(page.sentence));
    const own = section.slice(0, section.indexOf("</section>"));
    expect(own).toContain(`href="/developer/lab?error=${code}/${reason}"`);
    const view = sdkView(definition, entry);
    const shown = escaped(`error.code === "${code}", error.reason === "${reason}"`);
    if (view !== "never") expect(visible(own)).toContain(shown);
    expect(visible(own)).toContain(escaped(messages(locale).docs.sdk[view].replaceAll("`", "")));
  });
});

describe.each([...new Set(everyCode().map(({ code }) => code))])("/docs/errors/%s", (code) => {
  it("has unique ids, a sample made by the renderer, and no unfilled placeholder in it", async () => {
    const html = await read(`/docs/errors/${code}`);
    const ids = idsOf(html);
    expect(new Set(ids).size).toBe(ids.length);
    const samples = [...html.matchAll(/<pre[^>]*>([\s\S]*?)<\/pre>/g)].map((match) => match[1] ?? "");
    expect(samples).toHaveLength(everyCode().filter((definition) => definition.code === code).length);
    for (const sample of samples) {
      expect(sample).toMatch(/^HTTP\/1\.1 \d{3} /);
      expect(sample).toMatch(new RegExp(`${issuer}/docs/errors/${code}|docs%2Ferrors%2F${code}`));
      expect(sample).not.toMatch(/\{\w+\}/);
    }
  });

  it("neither reflects ?request= nor tells whether it exists", async () => {
    const path = `/docs/errors/${code}`;
    const hostile = encodeURIComponent('"><script>alert(1)</script>');
    expect(await read(`${path}?request=${hostile}`)).toBe(await read(path));
    const [one, other] = ["0", "f"].map((digit) => digit.repeat(32));
    const page = await read(`${path}?request=${one}`);
    expect(page).toContain(`href="/developer/errors/${one}"`);
    expect(page.replaceAll(`${one}`, `${other}`)).toBe(await read(`${path}?request=${other}`));
  });
});

describe("the index", () => {
  it("links every code and every reason", async () => {
    const html = await read("/docs/errors");
    for (const { code, reason } of everyReason()) {
      expect(html).toContain(`href="/docs/errors/${code}"`);
      expect(html).toContain(`href="/docs/errors/${code}#${reason}"`);
    }
  });

  it("finds by any word of code, reason or text, in the reader's language", async () => {
    expect(await read("/docs/errors?q=StrictMode")).toContain("#authorization_code_used");
    expect(await read("/docs/errors?q=strictmode+callback")).not.toContain("#scope_unknown");
    expect(await read("/docs/errors?q=menempel")).not.toContain("#client_authentication_failed");
    expect(await read("/docs/errors?q=ditempel", "id")).toContain("#client_authentication_failed");
  });

  it("says so when nothing is found, and escapes what was asked", async () => {
    const html = await read(`/docs/errors?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`);
    expect(html).toContain("Nothing was found");
    expect(html).toContain('href="/docs/sdk#errors-of-its-own"');
    expect(html).not.toContain("<img");
  });
});

describe("the documentation", () => {
  it("begins with a list of all pages and the search of the reference", async () => {
    const html = await read("/docs");
    expect(html).toContain('href="/docs/quick-start"');
    expect(html).toContain('action="/docs/errors"');
  });

  it("has its frame in the reader's language and says that its text is English", async () => {
    const html = await read("/docs/concepts", "id");
    expect(html).toContain("Semua halaman");
    expect(html).toMatch(/<article[^>]* lang="en" dir="ltr">/);
  });

  it("speaks of this very server", async () => {
    expect(await read("/docs/endpoints")).toContain(`export ISSUER=${issuer}`);
    expect(await read("/docs/endpoints.md")).toContain(`export ISSUER=${issuer}`);
    expect(await read("/llms.txt")).toContain(`(${issuer}/docs/endpoints.md)`);
  });
});
