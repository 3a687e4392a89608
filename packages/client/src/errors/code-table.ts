/** Who can end a failure. */
export type FixableBy = "app_developer" | "operator" | "person";

/** What holds for a reason; left out where it is as the code says. */
interface ReasonFacts {
  readonly fixableBy?: FixableBy;
  readonly retryable?: boolean;
  /** What to do, where the wire does not say it: redirects carry no hint. */
  readonly hint?: string;
}

/** What holds for a code's reasons. Left out: the application's developer can end it, and repeating does not help. */
export interface CodeFacts extends ReasonFacts {
  /** Those of which there is more to say. */
  readonly reasons?: { readonly [reason: string]: ReasonFacts };
}

export interface CodeTable {
  readonly [code: string]: CodeFacts;
}

/** What is known of a reason; undefined when the code is not in the table. */
export function factsOf(
  table: CodeTable,
  code: string,
  reason: string,
): (Required<Omit<ReasonFacts, "hint">> & Pick<ReasonFacts, "hint">) | undefined {
  if (!Object.hasOwn(table, code)) return undefined;
  const { reasons = {}, ...usual } = table[code] ?? {};
  const exact = Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
  return { fixableBy: "app_developer", retryable: false, ...usual, ...exact };
}
