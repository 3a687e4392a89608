import type { Child } from "hono/jsx";
import type { CatalogueError } from "../errors/catalogue-error.ts";
import { errorUri } from "../errors/error-uri.ts";
import { messages } from "../i18n/messages.ts";
import { Notice } from "../ui/form.tsx";
import type { AppContext } from "./context.ts";
import { errorTexts } from "./error-texts.ts";

export interface ErrorProps {
  readonly c: AppContext;
  readonly error: CatalogueError;
}

export type Facts = readonly { readonly label: string; readonly value: string }[];

/** Code, reason and request id to copy, after whatever facts the page has, and the way to the reference. */
export function ErrorFacts({ c, error, facts = [] }: ErrorProps & { readonly facts?: Facts | undefined }) {
  const t = messages(c.var.locale).errorPage;
  return (
    <>
      <dl class="facts">
        {facts.map((fact) => (
          <Fact label={fact.label}>{fact.value}</Fact>
        ))}
        <Fact label={t.code}>{error.code}</Fact>
        <Fact label={t.reason}>{error.reason}</Fact>
        <Fact label={t.requestId}>{c.var.requestId}</Fact>
      </dl>
      <p>
        <a href={errorUri("", error, c.var.requestId)}>{t.reference}</a>
      </p>
    </>
  );
}

/** An error above the form it belongs to: the plain sentence, the rest behind a fold. */
export function ErrorNotice({ c, error }: ErrorProps) {
  return (
    <Notice kind="danger">
      <p>{errorTexts(error, c.var.locale).sentence}</p>
      <details>
        <summary>{messages(c.var.locale).errorPage.details}</summary>
        <ErrorFacts c={c} error={error} />
      </details>
    </Notice>
  );
}

function Fact({ label, children }: { label: string; children?: Child }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <code>{children}</code>
      </dd>
    </div>
  );
}
