import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Locale } from "../i18n/locale.ts";
import { Layout } from "../ui/layout.tsx";
import { AnnouncementNotice } from "./announcement.tsx";
import { contentSecurityPolicy, type FormTarget } from "./content-security-policy.ts";
import type { AppContext, Site } from "./context.ts";

export interface PageOptions {
  readonly title: string;
  readonly status?: number;
  /** Given when the page's form ends in a redirect to an application. */
  readonly formTarget?: FormTarget | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Same for every reader: may be kept by caches for a short time. */
  readonly shared?: boolean;
  readonly width?: "narrow" | "wide";
  /** A script that makes more of the page; without it everything else works. */
  readonly script?: keyof Site["scripts"] | undefined;
  /** There are moments on the page, which a script tells by the reader's clock. */
  readonly times?: boolean;
  /** The page answers a failure: it links back to no address that came with the request. */
  readonly failure?: boolean;
  /** Query parameters that the page's other languages need beside `interaction`. */
  readonly keep?: readonly string[];
}

/** The address of this very page in another language; of its parameters only the named ones are kept. */
function languageHref(c: AppContext, keep: readonly string[] = []): (locale: Locale) => string {
  const kept = ["interaction", ...keep].map((name) => [name, c.req.query(name)] as const);
  return (locale) => {
    const query = new URLSearchParams({ ui_locales: locale });
    for (const [name, value] of kept) if (value) query.set(name, value);
    return `${c.req.path}?${query}`;
  };
}

function scriptsOf({ scripts }: Site, { script, times }: PageOptions): readonly string[] {
  return [...(times ? [scripts.times] : []), ...(script ? [scripts[script]] : [])];
}

/** An HTML answer inside the layout, with the headers that every page has (contract §10). */
export function renderPage(c: AppContext, options: PageOptions, body: Child): Response | Promise<Response> {
  const { site, locale } = c.var;
  const headers: Record<string, string> = {
    "Content-Security-Policy": contentSecurityPolicy(options.formTarget),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Content-Language": locale,
    Vary: "Accept-Language, Cookie",
    "Cache-Control": options.shared ? "public, max-age=60" : "no-store",
    ...options.headers,
  };
  if (site.secure) headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains";
  const html = (
    <Layout
      locale={locale}
      title={options.title}
      siteName={site.name}
      stylesheet={site.stylesheet}
      icon={site.icon}
      scripts={scriptsOf(site, options)}
      width={options.width ?? "narrow"}
      languageHref={options.failure ? undefined : languageHref(c, options.keep)}
    >
      <AnnouncementNotice c={c} />
      {body}
    </Layout>
  );
  const text = `<!doctype html>${String(html)}`;
  return c.html(text, (options.status ?? 200) as ContentfulStatusCode, headers);
}
