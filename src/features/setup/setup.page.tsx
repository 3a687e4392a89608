import { messages } from "../../i18n/messages.ts";
import { Notice } from "../../ui/form.tsx";
import type { AppContext } from "../../web/context.ts";
import { CsrfField } from "../../web/form.tsx";
import { renderPage } from "../../web/page.tsx";
import { WantedFields, type WantedView } from "../../web/wanted-fields.tsx";

export interface SetupView extends WantedView {
  readonly token: string;
  readonly stale?: boolean;
  readonly status?: number;
}

export function setupPage(c: AppContext, view: SetupView): Response | Promise<Response> {
  const { setup: t, register } = messages(c.var.locale);
  const action = `/setup?${new URLSearchParams({ token: view.token })}`;
  return renderPage(
    c,
    { title: t.title, status: view.status ?? 200, keep: ["token"] },
    <section class="card">
      <h1>{t.title}</h1>
      {view.stale && <Notice kind="warning">{register.stale}</Notice>}
      <p class="lead">{t.lead}</p>
      <form method="post" action={action}>
        <CsrfField c={c} />
        <WantedFields locale={c.var.locale} view={view} />
        <button type="submit">{t.submit}</button>
      </form>
    </section>,
  );
}
