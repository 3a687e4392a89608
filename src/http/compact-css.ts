/** A style sheet without comments, line breaks and indentation; what stands inside a line stays as it is. */
export function compactCss(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s*\n\s*/g, "\n")
    .replace(/([{};,:(])\n|\n(?=[})])/g, "$1")
    .replace(/;\}/g, "}")
    .replaceAll(" {", "{")
    .trim()
    .replaceAll("\n", " ");
}
