import { layout as enLayout } from "./en/layout.ts";
import { scopes as enScopes } from "./en/scopes.ts";
import { layout as idLayout } from "./id/layout.ts";
import { scopes as idScopes } from "./id/scopes.ts";
import type { Locale } from "./locale.ts";
import type { Texts } from "./texts.ts";

const en = { layout: enLayout, scopes: enScopes };
const id: Messages = { layout: idLayout, scopes: idScopes };

/** Every text of every page, by feature; `en` decides the keys. */
export type Messages = { readonly [K in keyof typeof en]: Texts<(typeof en)[K]> };

const all: { readonly [L in Locale]: Messages } = { en, id };

/** The texts of one language; a missing key does not compile. */
export function messages(locale: Locale): Messages {
  return all[locale];
}
