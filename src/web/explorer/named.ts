import type { ReasonTexts } from "../../errors/definition.ts";
import { textsFor } from "../../errors/translations.ts";
import { type CatalogueEntry, everyReason } from "../../errors/walk.ts";
import type { Locale } from "../../i18n/locale.ts";
import type { FailureKind } from "../../storage/port/failures.ts";

const entries = Map.groupBy(everyReason(), ({ code, reason }) => `${code} ${reason}`);

/** What the catalogue says of a failure; undefined for one that a later version no longer knows. */
export function entryOf({ endpoint, code, reason }: FailureKind): CatalogueEntry | undefined {
  const found = entries.get(`${code} ${reason}`);
  const family = endpoint === "api" ? "api" : "oauth";
  return found?.find((entry) => entry.family === family) ?? found?.[0];
}

export function textsOf(kind: FailureKind, locale: Locale): ReasonTexts | undefined {
  const entry = entryOf(kind);
  return entry && textsFor(entry, locale);
}

const paths = {
  authorize: "/oauth/authorize",
  token: "/oauth/token",
  revoke: "/oauth/revoke",
  introspect: "/oauth/introspect",
  api: "/api/*",
  page: "/",
} as const;

export function pathOfEndpoint({ endpoint }: FailureKind): string {
  return paths[endpoint];
}
