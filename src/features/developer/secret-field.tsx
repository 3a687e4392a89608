import { messages } from "../../i18n/messages.ts";
import { Field } from "../../ui/form.tsx";
import type { AppContext } from "../../web/context.ts";

/** Where a developer gives the application's secret for one request; nothing keeps it. */
export function SecretField({ c, missing }: { readonly c: AppContext; readonly missing: boolean }) {
  const t = messages(c.var.locale).tryIt;
  return (
    <Field
      name="client_secret"
      type="password"
      label={t.secret}
      help={t.secretHelp}
      autocomplete="off"
      required
      problem={missing ? t.secretMissing : undefined}
    />
  );
}
