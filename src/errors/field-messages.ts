/** What is wrong with one field; `limit` belongs to `too_long`. */
export interface FieldProblem {
  readonly kind: keyof typeof messages;
  readonly limit: number;
}

const messages = {
  empty: "Must not be empty.",
  not_text: "Must be a text.",
  too_long: "Must be at most {limit} characters long.",
  characters: "Must not contain control characters.",
  not_a_gender: "Must be male, female, other or null.",
  not_a_date: "Must be a date of the calendar written YYYY-MM-DD, or null.",
  in_future: "Must not be in the future.",
} as const;

/** The English sentence of `errors` in a `validation_error`; it never repeats the value. */
export function fieldMessage({ kind, limit }: FieldProblem): string {
  return messages[kind].replace("{limit}", String(limit));
}

const unknownField = "Is not a field that can be changed here.";
const otherFields = "other fields";
const namedAtMost = 20;

/** A name that looks like one may be told back to who sent it; anything else is not repeated. */
const plainName = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;

/** Entries of `errors` for fields that this server does not know. */
export function unknownFields(names: readonly string[]): (readonly [string, readonly string[]])[] {
  const named = names.filter((name) => plainName.test(name)).slice(0, namedAtMost);
  const keys = named.length < names.length ? [...named, otherFields] : named;
  return keys.map((name) => [name, [unknownField]] as const);
}
