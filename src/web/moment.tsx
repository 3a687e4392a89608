import { momentText } from "../i18n/moment.ts";
import type { AppContext } from "./context.ts";

/** A moment in the reader's language; a script of the page tells it by the reader's clock (`times.js`), else it is UTC and says so. */
export function Moment({ c, at }: { readonly c: AppContext; readonly at: number }) {
  return (
    <time class="moment" datetime={new Date(at).toISOString()}>
      {momentText(c.var.locale, at)}
    </time>
  );
}
