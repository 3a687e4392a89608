export interface Said {
  readonly kind: "good" | "warning";
  readonly text: string;
}

/** Names of what was not done. */
const problems = /^(stale|other_account|not_.*|too_late|.*_malformed|.*_full)$/;

/** The sentence for a name that came with an address after a redirect, if it is one of ours; addresses never carry texts. */
export function statusOf(
  texts: Readonly<Record<string, string>>,
  name: string | undefined,
): Said | undefined {
  const text = name !== undefined && Object.hasOwn(texts, name) ? texts[name] : undefined;
  if (name === undefined || text === undefined) return undefined;
  return { kind: problems.test(name) ? "warning" : "good", text };
}
