import { momentText } from "../i18n/moment.ts";
import type { AppContext } from "./context.ts";

/** A moment in the reader's language. */
export function Moment({ c, at }: { readonly c: AppContext; readonly at: number }) {
  return <time datetime={new Date(at).toISOString()}>{momentText(c.var.locale, at)}</time>;
}
