import { arabic } from "./ar/arabic.ts";
import { catalogue } from "./catalogue.ts";
import type { CodeDefinition, Family, PageTexts, ReasonTexts } from "./definition.ts";
import type { ReasonName } from "./error-uri.ts";
import { indonesian } from "./id/indonesian.ts";

/** A reason's texts in one language; `page` where a person may see it. */
export type TranslatedReason = ReasonTexts & { readonly page?: PageTexts };

/** A code's texts in one language. */
export interface CodeTexts {
  readonly description: string;
  readonly resolution: string;
  readonly reasons: { readonly [reason: string]: TranslatedReason };
}

type Texts = { readonly [F in Family]: { readonly [code: string]: CodeTexts } };

/** Another language is a folder and a line here. */
const languages = { en: catalogue, id: indonesian, ar: arabic } as const satisfies {
  readonly [locale: string]: Texts;
};

/** Languages the catalogue is written in. */
export type CatalogueLocale = keyof typeof languages;

/** The texts of a code and its reasons. */
export function codeTexts({ family, code }: CodeDefinition, locale: CatalogueLocale): CodeTexts {
  const all: Texts = languages[locale];
  const texts = all[family][code];
  if (!texts) throw new TypeError(`Not in the catalogue: ${family} ${code}`);
  return texts;
}

/** The texts of one reason, given a `CatalogueError` or an entry of the catalogue walk. */
export function textsFor(
  error: ReasonName & { readonly definition: CodeDefinition },
  locale: CatalogueLocale,
): TranslatedReason {
  const texts = codeTexts(error.definition, locale).reasons[error.reason];
  if (!texts) throw new TypeError(`Not in the catalogue: ${error.code} ${error.reason}`);
  return texts;
}

/** What a page says to a person; a reason that is never shown on a page by design falls back to its description. */
export function pageTextsFor(
  error: ReasonName & { readonly definition: CodeDefinition },
  locale: CatalogueLocale,
): PageTexts {
  const texts = textsFor(error, locale);
  return texts.page ?? { title: texts.description, sentence: texts.resolution };
}
