import type { CatalogueError } from "../errors/catalogue-error.ts";
import type { PageTexts, ReasonTexts } from "../errors/definition.ts";
import { pageTextsFor, textsFor } from "../errors/translations.ts";
import type { Locale } from "../i18n/locale.ts";

/** All sentences of an error in the reader's language; a reason without a page text of its own uses its description. */
export function errorTexts(error: CatalogueError, locale: Locale): ReasonTexts & PageTexts {
  return { ...textsFor(error, locale), ...pageTextsFor(error, locale) };
}
