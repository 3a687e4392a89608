import { isFreshlyProven } from "../identity/session.ts";
import type { Account } from "./browser-session.ts";
import type { AppContext } from "./context.ts";
import type { NextPage } from "./next-page.ts";

/**
 * Before a dangerous act (contract §7): undefined when the person proved who they are a short time ago; else the redirect to
 * the question, which leads back to `page`.
 */
export function askAgain(c: AppContext, { session }: Account, page: NextPage): Response | undefined {
  if (isFreshlyProven(session, c.var.site.clock())) return undefined;
  return c.redirect(`/account/confirm?next=${page}`, c.req.method === "POST" ? 303 : 302);
}
