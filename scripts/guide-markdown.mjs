// Turns one Markdown file into the HTML of a page: ids for headings, links between pages, nothing that a strict CSP forbids.
import { posix } from "node:path";
import { Marked } from "marked";

function escaped(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** `Renewing a token (RFC 6749 §6)` → `renewing-a-token-rfc-6749-6`, as GitHub makes it. */
export function anchorOf(heading) {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");
}

/** Where a link of the file at `source` leads on the site; undefined for files that are not on it. */
function addressOf(href, source, slugs) {
  if (/^(https?:|#|\/)/.test(href)) return href;
  const [path, anchor] = href.split("#");
  const slug = slugs.get(posix.normalize(posix.join(posix.dirname(source), path)));
  if (slug === undefined) return undefined;
  return (slug === "" ? "/docs" : `/docs/${slug}`) + (anchor ? `#${anchor}` : "");
}

/**
 * `source` is the file's path in the repository, `slugs` the pages by such paths. Returns the HTML and the headings of the
 * second level. Raw HTML other than comments is refused.
 */
export function renderMarkdown(markdown, source, slugs) {
  const headings = [];
  const renderer = {
    heading({ tokens, depth, text }) {
      const id = anchorOf(text.replaceAll("`", ""));
      const inner = this.parser.parseInline(tokens);
      if (depth === 1) return `<h1>${inner}</h1>\n`;
      if (depth === 2) headings.push({ id, html: inner });
      return `<h${depth} id="${id}">${inner}</h${depth}>\n`;
    },
    code({ text }) {
      return `<pre class="docs-sample"><code>${escaped(text)}</code></pre>\n`;
    },
    link({ href, tokens }) {
      const inner = this.parser.parseInline(tokens);
      const address = addressOf(href, source, slugs);
      return address === undefined ? inner : `<a href="${escaped(address)}">${inner}</a>`;
    },
    // A list to tick on paper or in an editor; a page would have boxes without a name.
    checkbox() {
      return "";
    },
    html({ text }) {
      if (/^\s*<!--[\s\S]*-->\s*$/.test(text)) return "";
      throw new Error(`${source} has raw HTML: ${text}`);
    },
    image({ href }) {
      throw new Error(`${source} has an image: ${href}`);
    },
  };
  const table = {
    table(token) {
      const row = (cells, begin, end) => {
        const inner = cells.map((cell, index) => begin(index) + this.parser.parseInline(cell.tokens) + end);
        return `<tr>${inner.join("")}</tr>`;
      };
      // A corner without a name is no heading.
      const th = (index) => (token.header[index].text === "" ? "<td>" : '<th scope="col">');
      // On a phone a row is a list: each cell says what it is.
      const td = (index) => `<td data-label="${escaped(token.header[index].text.replaceAll("`", ""))}">`;
      const body = token.rows.map((cells) => row(cells, td, "</td>")).join("\n");
      // Columns without a heading of their own are examples of the first: no empty header cells.
      const head = token.header.some(({ text }) => text !== "")
        ? `<thead>${row(token.header, th, "</th>").replaceAll("<td></th>", "<td></td>")}</thead>`
        : "";
      return `<div class="docs-table"><table>${head}<tbody>${body}</tbody></table></div>\n`;
    },
  };
  const html = new Marked({ renderer: { ...renderer, ...table } }).parse(markdown);
  return { html, headings };
}
