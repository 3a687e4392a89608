/** Parameters as they came: in their order, decoded, repetitions kept. */
export type RawParameters = readonly (readonly [name: string, value: string])[];

/** The parameters that this endpoint understands; all others are ignored (RFC 6749 §3.1). */
export const recognised = [
  "response_type",
  "client_id",
  "redirect_uri",
  "scope",
  "state",
  "prompt",
  "skip_account_chooser",
  "code_challenge",
  "code_challenge_method",
  "max_age",
  "login_hint",
  "ui_locales",
  "response_mode",
] as const;

export type ParameterName = (typeof recognised)[number];

/** Longest value of a parameter, in bytes of UTF-8. */
export const valueLimit = 8 * 1024;

/** Most parameters of one request, unknown ones counted. */
export const parameterLimit = 64;

/** What came for the parameters this endpoint understands. */
export interface Parameters {
  /** How many came, unknown and empty ones counted. */
  readonly count: number;
  /** Every value of a parameter; "parameters sent without a value MUST be treated as if they were omitted" (RFC 6749 §3.1). */
  all(name: ParameterName): readonly string[];
  /** The value; undefined when absent or repeated. */
  get(name: ParameterName): string | undefined;
}

export function readParameters(raw: RawParameters): Parameters {
  const values = new Map<string, string[]>(recognised.map((name) => [name, []]));
  for (const [name, value] of raw) if (value !== "") values.get(name)?.push(value);
  const all = (name: ParameterName): readonly string[] => values.get(name) ?? [];
  return {
    count: raw.length,
    all,
    get: (name) => (all(name).length === 1 ? all(name)[0] : undefined),
  };
}

/** Longer than `valueLimit` bytes. */
export function isTooLong(value: string): boolean {
  return Buffer.byteLength(value) > valueLimit;
}

/** Percent-encoding that was no UTF-8 became U+FFFD when it was decoded: the value cannot be given back verbatim. */
export function isUnreadable(value: string): boolean {
  return value.includes("\ufffd");
}

/** The `state` that may go back to the application: one, readable, of bounded size. */
export function stateOf(parameters: Parameters): string | undefined {
  const state = parameters.get("state");
  return state === undefined || isTooLong(state) || isUnreadable(state) ? undefined : state;
}
