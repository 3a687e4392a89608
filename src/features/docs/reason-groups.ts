import type { CodeDefinition, Family } from "../../errors/definition.ts";

/** One anchor of a code's page: a reason slug, with each family's definition that has it. */
export interface ReasonGroup {
  readonly reason: string;
  readonly definitions: readonly CodeDefinition[];
}

/** A code that both families have shares one page, and a reason that both have shares one anchor there. */
export function reasonGroups(definitions: readonly CodeDefinition[]): readonly ReasonGroup[] {
  const slugs = new Set(definitions.flatMap((definition) => Object.keys(definition.reasons)));
  return [...slugs].map((reason) => ({
    reason,
    definitions: definitions.filter((definition) => definition.reasons[reason] !== undefined),
  }));
}

/** Element id of one family's part within a shared anchor. */
export function partId(family: Family, reason: string): string {
  return `${family}-${reason}`;
}
