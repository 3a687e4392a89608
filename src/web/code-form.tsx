import type { Child, PropsWithChildren } from "hono/jsx";
import type { CatalogueError } from "../errors/catalogue-error.ts";
import { errorHeaders } from "../errors/headers.ts";
import { messages } from "../i18n/messages.ts";
import { CodeField } from "../ui/code-field.tsx";
import { Notice } from "../ui/form.tsx";
import type { AppContext } from "./context.ts";
import { ErrorNotice } from "./error-details.tsx";
import { CsrfField } from "./form.tsx";
import type { CodeProblem } from "./one-time-code.ts";
import { type Onward, withQuery } from "./onward.ts";
import type { PageOptions } from "./page.tsx";
import { problemStatus } from "./problem-status.ts";

/** What is wrong with the code that came, or with the one that was sent. */
export interface CodeState {
  readonly problem?: CodeProblem | undefined;
  readonly error?: CatalogueError | undefined;
}

/** Typing the code again cannot help any more. */
export function isOver({ problem }: CodeState): boolean {
  return problem === "spent" || problem === "expired";
}

/** Status and headers of a page with a code form. */
export function codePageOptions({ problem, error }: CodeState): Pick<PageOptions, "status" | "headers"> {
  if (problem) return { status: problemStatus };
  return error ? { status: error.status, headers: errorHeaders(error) } : {};
}

interface CodeFormProps extends CodeState {
  readonly c: AppContext;
  readonly action: string;
  readonly label: string;
  /** Hidden fields instead of the browser's token alone. */
  readonly fields?: Child;
}

/**
 * The form into which a code is typed, below what is wrong and what was sent (`children`); phones offer to fill it in
 * from the message. Without the form once the code is over.
 */
export function CodeForm(props: PropsWithChildren<CodeFormProps>) {
  const { c, action, label, problem, error, fields, children } = props;
  const { page: t } = messages(c.var.locale).whatsapp;
  if (problem === "spent" || problem === "expired") return <Notice kind="danger">{t[problem]}</Notice>;
  return (
    <>
      {problem === "stale" && <Notice kind="warning">{t.stale}</Notice>}
      {error && <ErrorNotice c={c} error={error} />}
      {children}
      <form method="post" action={action}>
        {fields ?? <CsrfField c={c} />}
        <CodeField label={label} autofocus problem={problem === "wrong" ? t.wrong : undefined} />
        <button type="submit">{t.submit}</button>
      </form>
    </>
  );
}

/** Offers to write to the business number first, where that is set up and works. */
export function WriteFirst({ c, to }: { readonly c: AppContext; readonly to: Onward }) {
  const { whatsapp } = c.var.site;
  const t = messages(c.var.locale).whatsapp.write;
  if (!whatsapp?.number || whatsapp.outage() !== undefined) return null;
  return (
    <form method="post" action={withQuery("/login/write", { interaction: to.interactionId, next: to.next })}>
      <CsrfField c={c} />
      <p>{t.offer}</p>
      <button type="submit" class="quiet">
        {t.submit}
      </button>
    </form>
  );
}
