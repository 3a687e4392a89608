import { demo as enDemo } from "./en/demo.ts";
import { errorPage as enErrorPage } from "./en/error-page.ts";
import { layout as enLayout } from "./en/layout.ts";
import { profile as enProfile } from "./en/profile.ts";
import { scopes as enScopes } from "./en/scopes.ts";
import { demo as idDemo } from "./id/demo.ts";
import { errorPage as idErrorPage } from "./id/error-page.ts";
import { layout as idLayout } from "./id/layout.ts";
import { profile as idProfile } from "./id/profile.ts";
import { scopes as idScopes } from "./id/scopes.ts";
import type { Locale } from "./locale.ts";
import type { Texts } from "./texts.ts";

const en = {
  demo: enDemo,
  errorPage: enErrorPage,
  layout: enLayout,
  profile: enProfile,
  scopes: enScopes,
};

/** Every text of every page, by feature; `en` decides the keys, a missing one does not compile. */
export type Messages = { readonly [K in keyof typeof en]: Texts<(typeof en)[K]> };

const id: Messages = {
  demo: idDemo,
  errorPage: idErrorPage,
  layout: idLayout,
  profile: idProfile,
  scopes: idScopes,
};

const all: { readonly [L in Locale]: Messages } = { en, id };

/** The texts of one language. */
export function messages(locale: Locale): Messages {
  return all[locale];
}
