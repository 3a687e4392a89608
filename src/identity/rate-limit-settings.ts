import { defaultLimits, type Limit, type LimitName, type Limits } from "./rate-limit.ts";

/** The table that an operator's text means, or one line saying which entry is wrong and what would be right. */
export type ParsedLimits = { readonly limits: Limits } | { readonly problem: string };

const names = Object.keys(defaultLimits) as LimitName[];
const example = "for example on,password_by_ip=50/900,api_user=0";

function switchedOff(): Limits {
  return Object.fromEntries(
    names.map((name) => [name, { count: 0, window: defaultLimits[name].window }]),
  ) as unknown as Limits;
}

function parseLimit(name: LimitName, value: string): Limit | undefined {
  const parts = /^(\d{1,7})(?:\/(\d{1,7}))?$/.exec(value);
  if (!parts) return undefined;
  const window = parts[2] === undefined ? defaultLimits[name].window : Number(parts[2]);
  return window >= 1 ? { count: Number(parts[1]), window } : undefined;
}

function parseEntry(entry: string): { readonly name: LimitName; readonly limit: Limit } | string {
  const [left = "", value = "", ...more] = entry.split("=");
  const name = names.find((known) => known === left);
  if (name === undefined) return `names no limit in ${JSON.stringify(entry)}: known are ${names.join(", ")}`;
  const limit = more.length === 0 ? parseLimit(name, value) : undefined;
  return limit
    ? { name, limit }
    : `cannot read ${JSON.stringify(entry)}: it must be ${name}=COUNT or ${name}=COUNT/SECONDS, ${example}`;
}

/**
 * Reads `on`, `off` or finer ones by name: `on,password_by_ip=50/900,api_user=0`. `on` may be left out; `off` first
 * leaves only the named ones; a count of 0 switches one off; seconds left out keep the default window.
 */
export function parseRateLimits(text: string): ParsedLimits {
  const entries = text.split(",").map((entry) => entry.trim());
  const base = entries[0] === "off" ? switchedOff() : defaultLimits;
  const named = entries[0] === "on" || entries[0] === "off" ? entries.slice(1) : entries;
  const changed = new Map<LimitName, Limit>();
  for (const entry of named) {
    const parsed = parseEntry(entry);
    if (typeof parsed === "string") return { problem: parsed };
    if (changed.has(parsed.name)) return { problem: `gives ${parsed.name} twice, ${example}` };
    changed.set(parsed.name, parsed.limit);
  }
  return { limits: Object.freeze({ ...base, ...Object.fromEntries(changed) }) };
}
