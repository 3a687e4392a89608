import type { CodeDefinition } from "../../errors/definition.ts";
import { type CatalogueLocale, codeTexts, type TranslatedReason } from "../../errors/translations.ts";
import { everyCode } from "../../errors/walk.ts";

/** A code of the index with the reasons to list below it. */
export interface IndexEntry {
  readonly definition: CodeDefinition;
  readonly reasons: readonly string[];
}

const longest = 100;

function words(query: string): readonly string[] {
  return query.slice(0, longest).toLowerCase().split(/\s+/).filter(Boolean);
}

function searchable(texts: TranslatedReason): string {
  const { page, ...sentences } = texts;
  return [...Object.values(sentences), page?.title, page?.sentence].join(" ");
}

/** The index, or of it only what has every word of `query` in its code, reason or texts. */
export function search(query: string, locale: CatalogueLocale): readonly IndexEntry[] {
  const wanted = words(query);
  const matching = (definition: CodeDefinition) => {
    const texts = codeTexts(definition, locale);
    return Object.keys(definition.reasons).filter((reason) => {
      const entry = texts.reasons[reason];
      const haystack = `${definition.code} ${reason} ${definition.reasons[reason]?.hint} ${
        entry ? searchable(entry) : ""
      }`.toLowerCase();
      return wanted.every((word) => haystack.includes(word));
    });
  };
  return everyCode()
    .map((definition) => ({ definition, reasons: matching(definition) }))
    .filter((entry) => entry.reasons.length > 0);
}
