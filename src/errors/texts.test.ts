import { describe, expect, it } from "vitest";
import type { ReasonDefinition } from "./definition.ts";
import { type CatalogueLocale, codeTexts, textsFor } from "./translations.ts";
import { everyCode, everyReason } from "./walk.ts";

const locales: readonly CatalogueLocale[] = ["en", "id", "ar"];
const sentences = ["description", "cause", "resolution", "prevention", "retry"] as const;
const reasons = everyReason().map((entry) => ({ ...entry, name: `${entry.code}#${entry.reason}` }));

function placeholders(template: string): readonly string[] {
  return [...template.matchAll(/\{(\w*)\}/g)].map((match) => match[1] ?? "");
}

function shownOnPage(entry: ReasonDefinition): boolean {
  return entry.places.includes("page") || entry.places.includes("authorize");
}

describe.each(reasons)("$family $name", ({ entry, definition, ...error }) => {
  const named = { ...error, definition };

  it("is complete in every language", () => {
    for (const locale of locales) {
      const texts = textsFor(named, locale);
      for (const key of sentences) expect(texts[key].length, `${locale} ${key}`).toBeGreaterThan(15);
      expect(texts.page !== undefined).toBe(entry.page !== undefined);
      if (texts.page)
        expect(Math.min(texts.page.title.length, texts.page.sentence.length)).toBeGreaterThan(15);
    }
  });

  it("reads differently in each language", () => {
    for (const locale of locales.slice(1)) {
      const [en, other] = [textsFor(named, "en"), textsFor(named, locale)];
      for (const key of sentences) expect(other[key]).not.toBe(en[key]);
      if (en.page) expect(other.page).not.toEqual(en.page);
    }
  });

  it("goes on the wire in the characters of RFC 6749 appendix A.8", () => {
    const wire = [entry.description, entry.errorDescription, entry.message, definition.errorDescription];
    for (const text of wire) if (text !== undefined) expect(text).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
    expect(entry.hint).toMatch(/^[\x20-\x7e]{10,}$/);
  });

  it("fills placeholders from the hint's values alone", () => {
    const known = new Set(placeholders(entry.hint));
    for (const text of [entry.errorDescription, definition.errorDescription])
      for (const name of placeholders(text ?? "")) expect(known).toContain(name);
    expect(placeholders(entry.description)).toEqual([]);
    expect(placeholders(entry.message ?? "")).toEqual([]);
  });

  it("has a page exactly where a person may meet it", () => {
    expect(entry.page !== undefined).toBe(shownOnPage(entry));
  });

  it("says how long to wait where the status demands it", () => {
    const status = entry.status ?? definition.status;
    expect(entry.retryAfter !== undefined).toBe(status === 429 || status === 503);
    if (entry.retryAfter !== undefined) expect(entry.retryable).toBe(true);
  });

  it("pairs its backticks", () => {
    for (const locale of locales)
      for (const text of Object.values(textsFor(named, locale)))
        if (typeof text === "string") expect(text.split("`").length % 2).toBe(1);
  });
});

describe.each(everyCode())("$family $code", (definition) => {
  it("stands under its own name, with a slug's characters", () => {
    expect(definition.code).toMatch(/^[a-z_]+$/);
    for (const reason of Object.keys(definition.reasons)) expect(reason).toMatch(/^[a-z_]+$/);
  });

  it("tells its reasons apart in every language", () => {
    for (const locale of locales) {
      const descriptions = Object.values(codeTexts(definition, locale).reasons).map((r) => r.description);
      expect(new Set(descriptions).size).toBe(descriptions.length);
    }
  });
});

it("has nothing left to write", () => {
  for (const locale of locales)
    for (const named of everyReason()) {
      const { page, ...texts } = textsFor(named, locale);
      for (const text of [...sentences.map((key) => texts[key]), page?.title, page?.sentence])
        expect(text ?? "").not.toMatch(/\b(TEXT|[Oo]ops|[Ll]orem)\b/);
    }
});
