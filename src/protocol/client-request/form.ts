import { formDecode } from "./form-decode.ts";

export type Pair = readonly [name: string, value: string];

function pairOf(part: string): Pair | undefined {
  const at = part.indexOf("=");
  if (at > 0 && !/[+%]/.test(part)) return [part.slice(0, at), part.slice(at + 1)];
  const name = formDecode(at < 0 ? part : part.slice(0, at));
  const value = formDecode(at < 0 ? "" : part.slice(at + 1));
  return name === undefined || value === undefined ? undefined : [name, value];
}

/** Every pair of a form body, repeated ones included; undefined when one of them is malformed. */
export function parseForm(text: string): readonly Pair[] | undefined {
  const pairs: Pair[] = [];
  for (const part of text.split("&")) {
    if (part === "") continue;
    const pair = pairOf(part);
    if (!pair) return undefined;
    pairs.push(pair);
  }
  return pairs;
}
