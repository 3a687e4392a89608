// What the linter cannot hold: sizes of files, repeated runs of lines, walls between features, READMEs of the folders.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const fileBudget = 250;
const mainBudget = 120;
const exampleBudget = 150;
const wiring = new Set(["src/main.ts", "src/server.ts"]);
const readmeBudget = 15;
const runLength = 6;

/** Every source file below the folders, as { path, lines }; data files are no sources. */
function sources(folders) {
  const files = [];
  for (const folder of folders.filter((name) => existsSync(join(root, name)))) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      const path = relative(root, join(entry.parentPath, entry.name)).split(sep).join("/");
      if (!entry.isFile() || /(^|\/)(node_modules|dist)\//.test(path)) continue;
      if (!/\.(tsx?|m?js|css|sql)$/.test(path)) continue;
      files.push({ path, lines: readFileSync(join(root, path), "utf8").trimEnd().split("\n") });
    }
  }
  return files;
}

function budgetOf(path) {
  if (wiring.has(path)) return mainBudget;
  return path.startsWith("examples/") ? exampleBudget : fileBudget;
}

function sizes(files) {
  const found = [];
  for (const { path, lines } of files) {
    const budget = budgetOf(path);
    if (lines.length > budget) found.push(`${path} has ${lines.length} lines; the budget is ${budget}`);
  }
  return found;
}

/** The lines that count for repetition: no blank lines, comments, imports or lone punctuation. */
function telling(lines) {
  const kept = [];
  let importing = false;
  lines.forEach((line, index) => {
    const text = line.trim();
    const passedOver = importing || /^(import\b|\/\/|\/\*|\*|--)/.test(text) || !/[\w"'`]/.test(text);
    if (/^import\b/.test(text)) importing = true;
    if (importing && /(["'];?|^}\s*with\b.*)$/.test(text)) importing = false;
    if (!passedOver) kept.push({ text, line: index + 1 });
  });
  return kept;
}

/** Runs of six lines that stand somewhere twice; one message for each pair of places. */
function repetitions(files) {
  const seen = new Map();
  const found = [];
  for (const { path, lines } of files) {
    const kept = telling(lines);
    let quietUntil = 0;
    for (let start = 0; start + runLength <= kept.length; start++) {
      const run = kept.slice(start, start + runLength);
      const key = run.map(({ text }) => text).join("\n");
      const first = seen.get(key);
      if (!first) seen.set(key, { path, start, line: run[0].line });
      else if (start >= quietUntil && !(first.path === path && start - first.start < runLength)) {
        found.push(`${path}:${run[0].line} repeats ${runLength} lines of ${first.path}:${first.line}`);
        quietUntil = start + runLength;
      }
    }
  }
  return found;
}

/** `import … from "…"` and `import("…")` of a file, as paths from the root. */
function importsOf({ path, lines }) {
  const specifiers = lines.join("\n").matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g);
  return Array.from(specifiers, ([, specifier]) => new URL(specifier, `file:///${path}`).pathname.slice(1));
}

function featureOf(path) {
  return /^src\/features\/([^/]+)\//.exec(path)?.[1];
}

function walls(files) {
  return files.flatMap((file) => {
    const own = featureOf(file.path);
    if (!own) return [];
    const foreign = importsOf(file).filter((target) => (featureOf(target) ?? own) !== own);
    return foreign.map((target) => `${file.path} imports another feature: ${target}`);
  });
}

const forbidden = [
  { what: "an open end", pattern: /\b(TODO|FIXME|XXX|HACK)\b/, except: /^scripts\/budgets\.mjs$/ },
  { what: "a default export", pattern: /^export default\b/, except: /^vitest\.config\.ts$/ },
  {
    what: "process.env outside src/config.ts",
    pattern: /\bprocess\.env\b/,
    // Snippets are texts for other people's programs.
    except:
      /^(src\/config\.ts$|src\/features\/developer\/snippets\/|scripts\/|test\/|bench\/|examples\/)|\.test\.tsx?$/,
  },
  { what: "a test that is skipped or alone", pattern: /\b(it|test|describe)\.(skip|only|todo|fails)\b/ },
];

function forbiddenWords(files) {
  return files.flatMap(({ path, lines }) =>
    forbidden
      .filter(({ except }) => !except?.test(path))
      .flatMap(({ what, pattern }) =>
        lines.flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} has ${what}`] : [])),
      ),
  );
}

function readmes() {
  const folders = readdirSync(join(root, "src"), { withFileTypes: true }).filter((e) => e.isDirectory());
  return folders.flatMap(({ name }) => {
    const path = `src/${name}/README.md`;
    if (!existsSync(join(root, path))) return [`${path} is missing: what lives here, what it may import`];
    const { length } = readFileSync(join(root, path), "utf8").trimEnd().split("\n");
    return length > readmeBudget ? [`${path} has ${length} lines; the budget is ${readmeBudget}`] : [];
  });
}

/** Every breach of a budget, one line each. */
export function breaches() {
  const product = sources(["src", "packages"]);
  const everything = [...product, ...sources(["test", "scripts", "bench", "examples"])];
  return [
    ...sizes(everything),
    ...repetitions(product.filter(({ path }) => !path.endsWith(".sql"))),
    ...walls(product),
    ...forbiddenWords(everything),
    ...readmes(),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = breaches();
  for (const line of found) console.error(line);
  process.exitCode = found.length > 0 ? 1 : 0;
}
