import { type Catalogue, catalogue } from "./catalogue.ts";
import type { CodeDefinition, Family, ReasonDefinition } from "./definition.ts";

/** One reason with the names that lead to it. */
export interface CatalogueEntry {
  readonly family: Family;
  readonly code: string;
  readonly reason: string;
  readonly definition: CodeDefinition;
  readonly entry: ReasonDefinition;
}

const families: readonly (Family & keyof Catalogue)[] = ["oauth", "api"];

/** Every code, OAuth's first, in the order of the reference. */
export function everyCode(): readonly CodeDefinition[] {
  return families.flatMap((family): readonly CodeDefinition[] => Object.values(catalogue[family]));
}

/** The definitions that share a code: one, or two where both families have it (`server_error`). */
export function definitionsOf(code: string): readonly CodeDefinition[] {
  return everyCode().filter((definition) => definition.code === code);
}

/** Every reason of the catalogue. */
export function everyReason(): readonly CatalogueEntry[] {
  return everyCode().flatMap((definition) =>
    Object.entries(definition.reasons).map(([reason, entry]) => ({
      family: definition.family,
      code: definition.code,
      reason,
      definition,
      entry,
    })),
  );
}
