/** What is wrong with one value that an administrator's program sent, by name. */
const messages: Readonly<Record<string, string>> = {
  missing: "Must be given.",
  empty: "Must not be empty.",
  boolean: "Must be true or false.",
  int: "Must be a whole number.",
  number: "Must be a number.",
  string: "Must be a text.",
  too_short: "Is too short.",
  too_long: "Is too long.",
  characters: "Has characters that are not allowed.",
  no_letter: "Must have a letter.",
  reserved: "Is reserved.",
  shape: "Must be lower-case words joined by - _ . or :.",
  taken: "Is taken already.",
  not_an_address: "Must be an e-mail address.",
  not_a_number: "Must be a telephone number with its country.",
  changed: "Is not how it stands any more: read it again before you decide.",
  seconds: "Must be a whole number of seconds, from 1 to 86400.",
  moment: "Must be a moment of UTC written YYYY-MM-DDTHH:MM:SSZ.",
  order: "Must be later than from.",
  too_long_window: "Must be at most 7 days after from.",
  actor: "Must be the number of a person.",
  target: "Must be given together: target_kind and target_id.",
  date: "Must be a date written YYYY-MM-DD.",
  one_filter: "Only one of show and owner_id can be asked for at a time.",
  several: "Only one of actor, action and target can be asked for at a time.",
};

/** The English sentence of `errors` in a `validation_error`; it never repeats the value. */
export function inputMessage(problem: string): string {
  return (Object.hasOwn(messages, problem) ? messages[problem] : undefined) ?? "Must not have this value.";
}

/** The same where only some texts are allowed. */
export function oneOfMessage(allowed: readonly string[]): string {
  return `Must be one of: ${allowed.join(", ")}.`;
}
