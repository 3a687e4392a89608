import type { PropsWithChildren } from "hono/jsx";
import { messages } from "../i18n/messages.ts";
import type { AppContext } from "./context.ts";
import { CsrfField } from "./form.tsx";

interface PasskeyFormProps {
  readonly c: AppContext;
  readonly action: string;
  /** Which function of `navigator.credentials` the script calls. */
  readonly ceremony: "get" | "create";
  /** Its `publicKey` argument, as JSON has it. */
  readonly options: object;
  readonly label: string;
  /** Offers passkeys already while a name is typed (conditional UI). */
  readonly autofill?: boolean;
  readonly quiet?: boolean;
}

/**
 * A form that the script of the page fills in with what a passkey answers. Without a script, or in a browser without
 * passkeys, it stays hidden.
 */
export function PasskeyForm(props: PropsWithChildren<PasskeyFormProps>) {
  const { c, action, ceremony, options, label } = props;
  return (
    <form
      method="post"
      action={action}
      hidden
      data-passkey={ceremony}
      data-options={JSON.stringify(options)}
      data-autofill={props.autofill ? "true" : undefined}
    >
      <CsrfField c={c} />
      <input type="hidden" name="credential" />
      {props.children}
      <p class="problem" role="alert" hidden>
        {messages(c.var.locale).passkey.failed}
      </p>
      <button type="submit" class={props.quiet ? "quiet" : undefined}>
        {label}
      </button>
    </form>
  );
}
