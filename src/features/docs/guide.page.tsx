import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { messages } from "../../i18n/messages.ts";
import { Field } from "../../ui/form.tsx";
import type { AppContext } from "../../web/context.ts";
import { renderPage } from "../../web/page.tsx";
import type { Guide, GuidePage, GuideSection } from "./guide.ts";

const widest = 100;

async function framed(c: AppContext, guide: Guide, title: string, body: Child, current?: GuidePage) {
  const t = messages(c.var.locale).docs.guide;
  return renderPage(
    c,
    { title, width: "wide", shared: c.req.query("ui_locales") === undefined },
    <div class="docs-guide">
      <p class="docs-jump">
        <a href="#all-pages">{t.pages}</a>
      </p>
      <div class="docs-page">{body}</div>
      <Contents c={c} sections={await guide.sections()} current={current} />
    </div>,
  );
}

/** `/docs`: what there is, and the search of the error reference. */
export async function guideHome(c: AppContext, guide: Guide): Promise<Response> {
  const t = messages(c.var.locale).docs;
  const html = await guide.read("index", "html", c.var.site.issuer);
  return framed(
    c,
    guide,
    t.guide.title,
    <>
      <search>
        <form class="docs-search" method="get" action="/docs/errors">
          <Field name="q" label={t.search} value="" maxlength={widest} />
          <button type="submit">{t.submit}</button>
        </form>
      </search>
      <Article html={html} />
    </>,
  );
}

export async function guidePage(c: AppContext, guide: Guide, page: GuidePage): Promise<Response> {
  const html = await guide.read(page.slug, "html", c.var.site.issuer);
  return framed(c, guide, page.title, <Article html={html} />, page);
}

/** Written in English for everybody; it comes from our own sources, rendered by the build, which refuses raw HTML. */
function Article({ html }: { html: string }) {
  return (
    <article class="docs-article docs-prose" lang="en" dir="ltr">
      {raw(html)}
    </article>
  );
}

interface ContentsProps {
  readonly c: AppContext;
  readonly sections: readonly GuideSection[];
  readonly current: GuidePage | undefined;
}

function Contents({ c, sections, current }: ContentsProps) {
  const t = messages(c.var.locale).docs;
  return (
    <nav class="docs-contents" id="all-pages" aria-label={t.guide.pages}>
      <p>
        <a href="/docs">{t.guide.title}</a> · <a href="/docs/errors">{t.title}</a>
      </p>
      {sections.map((section) => (
        <>
          <p class="muted" lang="en">
            {section.title}
          </p>
          <ul lang="en">
            {section.pages.map((page) => (
              <li>
                <a
                  href={`/docs/${page.slug}`}
                  aria-current={page.slug === current?.slug ? "page" : undefined}
                >
                  {page.title}
                </a>
                {page.slug === current?.slug && <Headings page={page} />}
              </li>
            ))}
          </ul>
        </>
      ))}
    </nav>
  );
}

function Headings({ page }: { page: GuidePage }) {
  if (page.headings.length === 0) return null;
  return (
    <ul>
      {page.headings.map(({ id, html }) => (
        <li>
          <a href={`#${id}`}>{raw(html)}</a>
        </li>
      ))}
    </ul>
  );
}
