import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds by the rules of WCAG 2.2 AA, in a part of the page or all of it; and whether it is wider than the screen. */
export async function findings(page: Page, part = "html"): Promise<string[]> {
  // Evaluated through the debugger: the page's own policy would refuse an injected script.
  await page.evaluate(axe);
  const found = await page.evaluate(async (within) => {
    const runner = (
      globalThis as unknown as {
        axe: {
          run(
            part: object,
            options: object,
          ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
        };
      }
    ).axe;
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await runner.run(
      { include: [within] },
      {
        runOnly: { type: "tag", values: tags },
        resultTypes: ["violations"],
      },
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  }, part);
  return [...found, ...(await tooWide(page))];
}

/**
 * What is left to find about the same elements in a further language, once each theme, each width and each direction was looked
 * at: the rules ask whether there are words, not which, and every text is there in every language.
 */
export async function tooWide(page: Page): Promise<string[]> {
  const wider = await page.evaluate<boolean>("document.documentElement.scrollWidth > innerWidth + 1");
  return wider ? ["wider than the screen"] : [];
}
