import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "../../src/identity/rate-limit.ts";
import { guidePages, root } from "./pages.ts";

const { anchorOf, renderMarkdown } = (await import(`${root}scripts/guide-markdown.mjs`)) as {
  anchorOf: (heading: string) => string;
  renderMarkdown: (markdown: string, source: string, slugs: Map<string, string>) => { html: string };
};

function markdownBelow(folder: string): readonly string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return entries.filter((name) => name.endsWith(".md")).map((name) => join(folder, name));
}

const files = [
  ...markdownBelow("docs"),
  ...markdownBelow("examples"),
  "packages/client/README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
];

function withoutCode(markdown: string): string {
  return markdown.replaceAll(/^```[\s\S]*?^```/gm, "").replaceAll(/`[^`\n]*`/g, "");
}

function anchorsOf(path: string): readonly string[] {
  const headings = readFileSync(path, "utf8").matchAll(/^#+ (.+)$/gm);
  return Array.from(headings, ([, text = ""]) => anchorOf(text.replaceAll("`", "")));
}

function isThere(file: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? join(root, file) : join(root, dirname(file), path);
  return existsSync(target) && (anchor === undefined || anchorsOf(target).includes(anchor));
}

it.each(files)("%s links to nothing that is not there", (file) => {
  const links = withoutCode(readFileSync(join(root, file), "utf8")).matchAll(/\]\(([^)\s]+)\)/g);
  const own = Array.from(links, ([, link = ""]) => link).filter((link) => !/^(https?:|\/)/.test(link));
  expect(own.filter((link) => !isThere(file, link))).toEqual([]);
});

it("the list of decisions has every one, by its number", () => {
  const list = readFileSync(join(root, "docs/decisions/README.md"), "utf8");
  const listed = Array.from(list.matchAll(/^- \[(\d{4})\]\((\1-[\w-]+\.md)\)/gm), ([, , name]) => name);
  const there = readdirSync(join(root, "docs/decisions")).filter((name) => name !== "README.md");
  expect(listed).toEqual(there.toSorted());
  for (const name of there)
    expect(readFileSync(join(root, "docs/decisions", name), "utf8")).toMatch(`# ${name.slice(0, 4)}: `);
});

it("what a README names is there", () => {
  const readmes = [...markdownBelow("src"), ...markdownBelow("test"), "ARCHITECTURE.md", "CONTRIBUTING.md"];
  const there = ["src", "test", "scripts", "docs", "examples", "packages/client"].flatMap((folder) => [
    `/${folder}`,
    ...readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map(
      (path) => `/${folder}/${path}`,
    ),
  ]);
  const isNamed = (name: string) => there.some((path) => `${path}/`.endsWith(`/${name.replace(/\/$/, "")}/`));
  const missing = readmes.flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8").replaceAll(/^```[\s\S]*?^```/gm, "");
    const names = Array.from(
      text.matchAll(/`([\w-][\w./-]*(?:\.(?:tsx?|mjs)|\w\/))`/g),
      ([, name = ""]) => name,
    );
    return names
      .filter((name) => !(isNamed(name) || name.startsWith("x.")))
      .map((name) => `${file}: ${name}`);
  });
  expect(missing).toEqual([]);
});

it("the list of pages has every page for developers", () => {
  const home = guidePages.get("README.md") ?? "";
  const listed = [...home.matchAll(/\]\(([\w-]+\.md)\): /g)].map(([, name]) => name);
  expect([...listed, "README.md"].sort()).toEqual([...guidePages.keys()].sort());
});

it("the table of limits has today's", () => {
  const page = guidePages.get("rate-limits.md") ?? "";
  const a = (name: keyof typeof defaultLimits) => `${defaultLimits[name].count} a minute`;
  const rows = [...page.matchAll(/^\| (?!what|---)(.*?) \| (.*?) \|/gm)].map(([, what, limit]) => [
    what,
    limit,
  ]);
  expect(rows.map(([, limit]) => limit)).toEqual([
    a("api_user"),
    a("api_user_details"),
    a("api_refused_by_ip"),
    a("client_refused"),
    a("client_accepted"),
    a("authorize_by_ip"),
  ]);
  for (const { window } of [
    defaultLimits.api_user,
    defaultLimits.client_refused,
    defaultLimits.authorize_by_ip,
  ])
    expect(window).toBe(60);
});

describe("the renderer", () => {
  const render = (markdown: string) =>
    renderMarkdown(markdown, "docs/guide/a.md", new Map([["docs/b.md", "b"]])).html;

  it("makes addresses of links between pages, and text of links to other files", () => {
    expect(render("[b](../b.md#c)")).toContain('<a href="/docs/b#c">b</a>');
    expect(render("[code](../../src/main.ts)")).toBe("<p>code</p>\n");
  });

  it("lets nothing through that a page must not have", () => {
    expect(render("```\n<script>&\n```")).toContain("&lt;script&gt;&amp;");
    expect(render('`<b>"`')).not.toContain("<b>");
    expect(() => render("<script>alert(1)</script>")).toThrow("raw HTML");
    expect(() => render("a <b onclick=x>b</b>")).toThrow("raw HTML");
    expect(() => render("![x](http://elsewhere/x.png)")).toThrow("image");
    expect(render("[x](javascript:alert(1))")).not.toContain("href");
  });
});

it("examples and tools find the SDK from the root of the repository", () => {
  const description = JSON.parse(
    readFileSync(join(root, "node_modules/@mubarokah/client/package.json"), "utf8"),
  );
  expect(description.name).toBe("@mubarokah/client");
});
