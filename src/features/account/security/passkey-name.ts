const longest = 50;

/** What a person may call a passkey: visible text, shortened; undefined when nothing of it is left. */
export function passkeyName(text: string | undefined): string | undefined {
  const visible = (text ?? "").replace(/[\p{C}\s]+/gu, " ").trim();
  return [...visible].slice(0, longest).join("") || undefined;
}
