import type { messages } from "../../i18n/messages.ts";

/** What a page may say after a redirect; addresses carry the name only, never a text. */
export type Status = keyof ReturnType<typeof messages>["account"]["status"];

const problems: readonly Status[] = ["stale", "other_account"];

/** The sentence for a name that came with the address, if it is one of ours. */
export function statusOf(
  texts: Readonly<Record<Status, string>>,
  name: string | undefined,
): { readonly kind: "good" | "warning"; readonly text: string } | undefined {
  if (name === undefined || !Object.hasOwn(texts, name)) return undefined;
  const status = name as Status;
  return { kind: problems.includes(status) ? "warning" : "good", text: texts[status] };
}
