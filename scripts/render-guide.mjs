// Renders the documentation to a folder, usually dist/guide: node scripts/render-guide.mjs FOLDER. docs/guide/README.md says which
// pages there are, in which order, and what each is about.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { renderMarkdown } from "./guide-markdown.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const home = "docs/guide/README.md";

/** `docs/guide/scopes.md` → `scopes`, `examples/express/README.md` → `examples/express`. */
function slugOf(path) {
  if (path === "packages/client/README.md") return "sdk";
  return path
    .replace(/^docs\/(guide\/)?/, "")
    .replace(/\.md$/, "")
    .replace(/\/README$/, "");
}

/** The pages that the home page lists, by its headings. */
function sectionsOf(markdown) {
  const sections = [];
  for (const line of markdown.split("\n")) {
    const title = /^## (.+)/.exec(line)?.[1];
    if (title) sections.push({ title, pages: [] });
    const entry = /^- \[([^\]]+)\]\(([^)]+\.md)\): (.+)/.exec(line);
    if (!entry) continue;
    const path = posix.normalize(posix.join(posix.dirname(home), entry[2]));
    sections.at(-1).pages.push({ slug: slugOf(path), title: entry[1], summary: entry[3], path });
  }
  return sections;
}

/** An example's page is its README followed by its files. */
function markdownOf(path) {
  const text = readFileSync(join(root, path), "utf8");
  if (!path.startsWith("examples/")) return text;
  const folder = dirname(path);
  const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "README.md")
    .map((entry) =>
      posix.relative(folder, relative(root, join(entry.parentPath, entry.name)).split(sep).join("/")),
    );
  const shown = files.sort().map((name) => {
    const code = readFileSync(join(root, folder, name), "utf8").trimEnd();
    return `## ${name}\n\n\`\`\`${name.split(".").at(-1)}\n${code}\n\`\`\`\n`;
  });
  return [text, ...shown].join("\n");
}

/** Writes `index.json` and, for each page, its HTML and its Markdown. */
function renderGuide(folder) {
  const sections = sectionsOf(readFileSync(join(root, home), "utf8"));
  const pages = [{ slug: "", path: home }, ...sections.flatMap((section) => section.pages)];
  const slugs = new Map(pages.map(({ path, slug }) => [path, slug]));
  const headings = new Map();
  for (const { slug, path } of pages) {
    const markdown = markdownOf(path);
    const rendered = renderMarkdown(markdown, path, slugs);
    headings.set(slug, rendered.headings);
    const target = join(folder, slug === "" ? "index" : slug);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(`${target}.html`, rendered.html);
    writeFileSync(`${target}.md`, markdown);
  }
  const listed = sections
    .filter((section) => section.pages.length > 0)
    .map(({ title, pages: own }) => ({
      title,
      pages: own.map(({ path: _path, ...page }) => ({ ...page, headings: headings.get(page.slug) })),
    }));
  writeFileSync(join(folder, "index.json"), JSON.stringify(listed));
}

renderGuide(process.argv[2]);
