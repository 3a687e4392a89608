import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** A fenced block of a page. */
export interface Block {
  readonly page: string;
  readonly language: string;
  readonly code: string;
  /** The JSON right after a command: what it prints. */
  readonly prints: unknown;
}

/** Pages written for application developers, by name. */
export const guidePages: ReadonlyMap<string, string> = new Map(
  readdirSync(join(root, "docs/guide")).map((name) => [
    name,
    readFileSync(join(root, "docs/guide", name), "utf8"),
  ]),
);

/** The fenced blocks of all pages, in order. */
export function blocks(): readonly Block[] {
  return [...guidePages].flatMap(([page, markdown]) => {
    const found = [...markdown.matchAll(/^```(\S*)\n([\s\S]*?)^```/gm)];
    return found.map(([, language = "", code = ""], index) => {
      const next = found[index + 1];
      const follows = language === "sh" && next?.[1] === "json";
      return { page, language, code, prints: follows ? JSON.parse(next[2] ?? "") : undefined };
    });
  });
}

/** The first place where an answer differs from what a page shows; `"…"` stands for anything. */
export function difference(shown: unknown, actual: unknown, at = "answer"): string | undefined {
  if (shown === "…") return actual === undefined ? `${at} is missing` : undefined;
  if (typeof shown !== "object" || shown === null || Array.isArray(shown))
    return JSON.stringify(shown) === JSON.stringify(actual)
      ? undefined
      : `${at} is ${JSON.stringify(actual)}`;
  const names = Object.keys(shown);
  const there = Object.keys((actual ?? {}) as object);
  if (names.join() !== there.join()) return `${at} has ${there.join()}`;
  const members = actual as Readonly<Record<string, unknown>>;
  for (const [name, value] of Object.entries(shown)) {
    const found = difference(value, members[name], name);
    if (found) return found;
  }
  return undefined;
}
