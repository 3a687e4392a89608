/** What a test application asks to be answered with. */
export interface Wish {
  readonly code: string;
  /** Undefined takes the first of the code's reasons that this endpoint has. */
  readonly reason: string | undefined;
  /** Seconds before the answer. */
  readonly delay: number;
  /** Seconds; undefined takes the usual ones. */
  readonly retryAfter: number | undefined;
}

/** Seconds. */
export const longestDelay = 10;
const longestRetryAfter = 86_400;

const shape = /^([a-z_]{1,60})(?:\/([a-z_]{1,60}))?((?:\s*;\s*[a-z_]{1,20}=\d{1,6}){0,2})$/;
const limits = { delay: longestDelay, retry_after: longestRetryAfter } as const;

function isOption(name: string): name is keyof typeof limits {
  return Object.hasOwn(limits, name);
}

function readOptions(text: string): Map<keyof typeof limits, number> | undefined {
  const options = new Map<keyof typeof limits, number>();
  for (const [, name = "", digits = ""] of text.matchAll(/([a-z_]+)=(\d+)/g)) {
    const value = Number(digits);
    if (!isOption(name) || options.has(name) || value > limits[name]) return undefined;
    options.set(name, value);
  }
  return options;
}

/** Reads `code/reason; delay=2; retry_after=30`; undefined for everything else, two wishes at once included. */
export function readWish(text: string): Wish | undefined {
  const [, code, reason, rest = ""] = shape.exec(text.trim()) ?? [];
  const options = readOptions(rest);
  if (code === undefined || !options) return undefined;
  return { code, reason, delay: options.get("delay") ?? 0, retryAfter: options.get("retry_after") };
}
