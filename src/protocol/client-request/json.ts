import type { Pair } from "./form.ts";

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isFlat(value: unknown): value is Readonly<Record<string, string>> {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject && Object.values(value).every((member) => typeof member === "string");
}

/**
 * Every member of a JSON object of strings, repeated ones included; undefined for any other JSON. `JSON.parse` keeps the
 * last of several members of one name, so names are read from the text: there all strings are names and values by turns.
 */
export function parseJson(text: string): readonly Pair[] | undefined {
  const object = parse(text);
  if (!isFlat(object)) return undefined;
  const strings = [...text.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([literal]) => JSON.parse(literal) as string);
  const kept = Object.entries(object);
  if (strings.length === 2 * kept.length) return kept;
  const seen = new Set<string>();
  const repeated = strings.find((name) => Object.hasOwn(object, name) && seen.size === seen.add(name).size);
  return repeated === undefined ? undefined : [...kept, [repeated, ""]];
}
