// Besides line breaks no control characters, and none that turn the direction of the text around them.
const oneLine = /^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u;
const manyLines = /^(?:\n|[^\p{Cc}\u202a-\u202e\u2066-\u2069])*$/u;
const visible = /[^\p{C}\p{Z}]/u;

export type Lines = "one" | "many";

/** Line breaks alike, composed (NFC), and without blanks around it. */
export function tidied(text: string): string {
  return text.replaceAll("\r\n", "\n").normalize("NFC").trim();
}

/** Whether a text holds nothing that would act upon the page around it. */
export function isPlain(text: string, lines: Lines): boolean {
  return text.isWellFormed() && (lines === "one" ? oneLine : manyLines).test(text);
}

/** Whether there is anything to see in it. */
export function isVisible(text: string): boolean {
  return visible.test(text);
}

export type TextProblem = "missing" | "too_long" | "characters";

/** What keeps a tidied text from being shown to people; `limit` in characters. */
export function textProblem(text: string, limit: number, lines: Lines): TextProblem | undefined {
  if (!isPlain(text, lines)) return "characters";
  if (!isVisible(text)) return "missing";
  return [...text].length > limit ? "too_long" : undefined;
}
