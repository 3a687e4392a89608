import type { PropsWithChildren } from "hono/jsx";
import { directions, type Locale, localeNames, locales } from "../i18n/locale.ts";
import { messages } from "../i18n/messages.ts";

interface LayoutProps {
  readonly locale: Locale;
  readonly title: string;
  readonly siteName: string;
  readonly stylesheet: string;
  readonly icon: { readonly path: string; readonly type: string };
  readonly scripts: readonly string[];
  readonly width: "narrow" | "wide";
  /** The same page in another language; absent on pages that answer a failure. */
  readonly languageHref?: ((locale: Locale) => string) | undefined;
}

/** The frame of every page: head, skip link, brand, content, language switch. */
export function Layout(props: PropsWithChildren<LayoutProps>) {
  const t = messages(props.locale).layout;
  return (
    <html lang={props.locale} dir={directions[props.locale]}>
      <head>
        <meta charset="utf-8" />
        <title>{`${props.title} · ${props.siteName}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={props.stylesheet} />
        {props.scripts.map((script) => (
          <script type="module" src={script} />
        ))}
        <link rel="icon" href={props.icon.path} type={props.icon.type} />
      </head>
      <body>
        <a class="skip" href="#content">
          {t.skip}
        </a>
        <header class="brand">
          <a href="/">{props.siteName}</a>
        </header>
        <main id="content" class={props.width}>
          {props.children}
        </main>
        <footer>
          {props.languageHref && (
            <LanguageSwitch current={props.locale} href={props.languageHref} label={t.language} />
          )}
          <a href="/docs">{t.documentation}</a>
          <a href="/docs/errors">{t.errorReference}</a>
        </footer>
      </body>
    </html>
  );
}

function LanguageSwitch(props: { current: Locale; href: (locale: Locale) => string; label: string }) {
  return (
    <nav aria-label={props.label}>
      {locales.map((locale) => (
        <a
          href={props.href(locale)}
          hreflang={locale}
          lang={locale}
          aria-current={locale === props.current ? "true" : undefined}
        >
          {localeNames[locale]}
        </a>
      ))}
    </nav>
  );
}
