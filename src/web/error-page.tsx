import type { CatalogueError } from "../errors/catalogue-error.ts";
import type { WayOn } from "../errors/definition.ts";
import { errorHeaders, pageStatus } from "../errors/headers.ts";
import { messages } from "../i18n/messages.ts";
import { Prose } from "../ui/prose.tsx";
import type { AppContext } from "./context.ts";
import { ErrorFacts, type Facts } from "./error-details.tsx";
import { errorTexts } from "./error-texts.ts";
import { noteFailure } from "./failure.ts";
import { renderPage } from "./page.tsx";

/** What a page may add to the catalogue's texts about this very failure. */
export interface ErrorPageExtras {
  /** Facts for whoever must mend it, shown escaped: what was received, what differs. */
  readonly facts?: Facts;
  /** A better way on than the catalogue's. */
  readonly wayOn?: { readonly href: string; readonly label: string };
  /** Said by the operator (maintenance). */
  readonly note?: string | null;
}

function defaultWayOn(c: AppContext, wayOn: WayOn | undefined): { href: string; label: string } {
  const t = messages(c.var.locale).errorPage;
  if (wayOn === "sign_in") return { href: "/login", label: t.signIn };
  // An empty reference is this very page, which after a form may not exist for a GET; nothing of the request is written here.
  if (wayOn === "try_again" && c.req.method === "GET") return { href: "", label: t.tryAgain };
  return { href: "/", label: t.home };
}

/**
 * The error page for people: a plain sentence and a way on; behind a fold who can mend it, and code, reason and request
 * id to copy. Status and headers are the catalogue's.
 */
export function renderErrorPage(
  c: AppContext,
  error: CatalogueError,
  extras: ErrorPageExtras = {},
): Response | Promise<Response> {
  noteFailure(c, error);
  const t = messages(c.var.locale).errorPage;
  const texts = errorTexts(error, c.var.locale);
  const wayOn = extras.wayOn ?? defaultWayOn(c, error.entry.page?.wayOn);
  return renderPage(
    c,
    { title: texts.title, status: pageStatus(error), headers: errorHeaders(error), failure: true },
    <section class="card failure">
      <h1>{texts.title}</h1>
      <p class="lead">{texts.sentence}</p>
      {extras.note && <p class="notice">{extras.note}</p>}
      <p>
        <a class="button" href={wayOn.href}>
          {wayOn.label}
        </a>
      </p>
      <details open={extras.facts !== undefined}>
        <summary>{t.details}</summary>
        <p>{texts.description}</p>
        <p>
          <strong>{t.fixableBy[error.entry.fixableBy]}</strong> <Prose text={texts.resolution} />
        </p>
        <ErrorFacts c={c} error={error} facts={extras.facts} />
      </details>
    </section>,
  );
}
