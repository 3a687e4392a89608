import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds by the rules of WCAG 2.2 AA, and whether the page is wider than the screen. */
export async function findings(page: Page): Promise<string[]> {
  // Evaluated through the debugger: the page's own policy would refuse an injected script.
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const runner = (
      globalThis as unknown as {
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe;
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await runner.run({
      runOnly: { type: "tag", values: tags },
      resultTypes: ["violations"],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
  const tooWide = await page.evaluate<boolean>("document.documentElement.scrollWidth > innerWidth + 1");
  return tooWide ? [...found, "wider than the screen"] : found;
}
