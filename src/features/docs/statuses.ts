import type { CodeDefinition, ReasonDefinition } from "../../errors/definition.ts";

function statusesOf(entry: ReasonDefinition, usual: number): number[] {
  const direct = entry.places.some((place) => place !== "authorize") || entry.page !== undefined;
  const shown = entry.status ?? (usual === 302 ? 400 : usual);
  return [...(entry.places.includes("authorize") ? [302] : []), ...(direct ? [shown] : [])];
}

/**
 * Statuses that a code has beside its own: reasons with one of their own, redirects from the authorization endpoint, and
 * 400 where a page stands in for a redirect.
 */
export function otherStatuses(definition: CodeDefinition): readonly number[] {
  const all = Object.values(definition.reasons).flatMap((entry) => statusesOf(entry, definition.status));
  return [...new Set(all)].filter((status) => status !== definition.status).sort((a, b) => a - b);
}
