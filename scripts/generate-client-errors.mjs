// Writes what stands elsewhere of the catalogue: the error types of packages/client and the table of docs/guide; with --print
// shows them as JSON by path. Needs a Node that reads TypeScript, so run it with:
// node scripts/with-node.mjs scripts/generate-client-errors.mjs
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { everyReason } from "../src/errors/walk.ts";
import { withDecisions } from "./decision-table.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What only a page shows never reaches an application. */
const received = everyReason().filter(({ entry }) => entry.places.some((place) => place !== "page"));

/** Reasons by code; a code that both families have stands once. */
function byCode() {
  const codes = new Map();
  for (const { code, reason, definition, entry } of received) {
    const found = codes.get(code) ?? { description: definition.description, reasons: new Map() };
    found.reasons.set(reason, { ...entry, redirected: definition.status === 302 });
    codes.set(code, found);
  }
  return codes;
}

/** The value that most reasons have; the first of equals. */
function commonest(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/** Redirects carry no hint; those of codes that only travel so are kept. */
function hintOf(reason, { redirected, hint }) {
  if (redirected && hint.includes("{"))
    throw new Error(`The hint of ${reason} has a placeholder that a redirect cannot fill.`);
  return redirected ? hint : undefined;
}

/** Facts that are not what they are without being named. */
function named({ fixableBy, retryable, hint }, usual) {
  return {
    ...(fixableBy === usual.fixableBy ? {} : { fixableBy }),
    ...(retryable === usual.retryable ? {} : { retryable }),
    ...(hint === usual.hint ? {} : { hint }),
  };
}

function tableEntry(reasons) {
  const facts = [...reasons].map(([reason, entry]) => [reason, { ...entry, hint: hintOf(reason, entry) }]);
  const of = (name) => commonest(facts.map(([, entry]) => entry[name]));
  const usual = { fixableBy: of("fixableBy"), retryable: of("retryable"), hint: of("hint") };
  const told = facts.map(([reason, entry]) => [reason, named(entry, usual)]);
  const more = told.filter(([, facts]) => Object.keys(facts).length > 0);
  return {
    ...named(usual, { fixableBy: "app_developer", retryable: false, hint: undefined }),
    ...(more.length > 0 ? { reasons: Object.fromEntries(more) } : {}),
  };
}

const origin =
  "// Made from the server's error catalogue by scripts/generate-client-errors.mjs; changes here are overwritten.";

function typesSource(codes) {
  const types = [...codes].map(([code, { description, reasons }]) => {
    const union = [...reasons.keys()].map((reason) => JSON.stringify(reason)).join(" | ");
    return `  /** ${description.replaceAll("*/", "* /")} */\n  readonly ${code}: ${union};`;
  });
  return `${origin}

/** Every code an application can receive from the server, with its reasons. */
export interface ServerReasons {
${types.join("\n")}
}
`;
}

function tableSource(codes) {
  const table = Object.fromEntries([...codes].map(([code, { reasons }]) => [code, tableEntry(reasons)]));
  return `${origin}
import type { CodeFacts } from "./code-table.ts";
import type { ServerReasons } from "./server-reasons.generated.ts";

export const serverCodes: { readonly [Code in keyof ServerReasons]: CodeFacts } = ${JSON.stringify(table)};
`;
}

function formatted(path, text) {
  const biome = `${root}node_modules/@biomejs/biome/bin/biome`;
  const format = ["format", `--stdin-file-path=${path}`];
  return execFileSync(process.execPath, [biome, ...format], { cwd: root, input: text, encoding: "utf8" });
}

const codes = byCode();
const made = {
  "packages/client/src/errors/server-reasons.generated.ts": typesSource(codes),
  "packages/client/src/errors/server-codes.generated.ts": tableSource(codes),
};
const handling = "docs/guide/handling-errors.md";
const files = [
  ...Object.entries(made).map(([path, text]) => [path, formatted(path, text)]),
  [handling, withDecisions(readFileSync(root + handling, "utf8"))],
];
if (process.argv.includes("--print")) process.stdout.write(JSON.stringify(Object.fromEntries(files)));
else for (const [path, text] of files) writeFileSync(root + path, text);
