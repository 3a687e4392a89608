import { Hono } from "hono";
import { apiError, CatalogueError } from "../../errors/catalogue-error.ts";
import { messages } from "../../i18n/messages.ts";
import { identifierKind } from "../../identity/contact.ts";
import type { Passwords } from "../../identity/password.ts";
import { passwordProblem } from "../../identity/password-rules.ts";
import type { Challenge } from "../../storage/port/challenges.ts";
import type { AppContext, AppEnv } from "../../web/context.ts";
import { renderErrorPage } from "../../web/error-page.tsx";
import { readForm } from "../../web/form.tsx";
import { countMail } from "../../web/limit.ts";
import { openLink } from "../../web/mailed-link.ts";
import { interactionId, ownInteraction, withInteraction } from "../../web/own-interaction.ts";
import { askForReset } from "./ask.ts";
import { forgotPage, sentPage } from "./forgot.page.tsx";
import { resetPage } from "./reset.page.tsx";
import { linkedUser, resetPassword } from "./reset.ts";

export interface RecoverDeps {
  readonly passwords: Passwords;
  /** Called when a mail was queued. */
  readonly mailQueued: () => void;
}

/** Forgotten passwords: a mail with a link, and the page it leads to. */
export function recoverRoutes(deps: RecoverDeps): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/forgot", (c) => forgotPage(c, { interactionId: interactionId(c.req.query("interaction")) }))
    .post("/forgot", (c) => ask(c, deps))
    .get("/forgot/sent", (c) => sentPage(c, interactionId(c.req.query("interaction"))))
    .get("/reset", (c) => reset(c, deps))
    .post("/reset", (c) => reset(c, deps));
}

async function ask(c: AppContext, deps: RecoverDeps): Promise<Response> {
  const form = await readForm(c);
  const interaction = interactionId(c.req.query("interaction"));
  const typed = form.get("identifier") ?? form.get("email");
  const again = { interactionId: interaction, identifier: typed };
  if (form.stale) return forgotPage(c, { ...again, problem: "stale" });
  const identifier = identifierKind(typed ?? "");
  if (!identifier) return forgotPage(c, { ...again, problem: "malformed" });
  await countMail(c, identifier.value);
  await askForReset(c, identifier, interaction ?? null);
  deps.mailQueued();
  return c.redirect(withInteraction("/forgot/sent", interaction), 303);
}

/** GET shows the form and changes nothing; POST sets the password. It signs nobody in: a second factor is asked for there. */
async function reset(c: AppContext, deps: RecoverDeps): Promise<Response> {
  const form = c.req.method === "POST" ? await readForm(c) : undefined;
  const token = c.req.query("token") ?? "";
  const challenge = await openLink(c, "reset_password", token);
  if (challenge instanceof CatalogueError) return deadLink(c, challenge);
  const user = await linkedUser(c.var.site.storage.committed, challenge);
  if (!user) return deadLink(c, apiError("resource_not_found", "link_used"));
  if (!form || form.stale) return resetPage(c, token, form && "stale");
  const password = form.get("password");
  const problem = password === undefined ? "missing" : passwordProblem(password);
  if (password === undefined || problem) return resetPage(c, token, problem);
  const passwordHash = await deps.passwords.hash(password);
  const done = await resetPassword(c, challenge, passwordHash);
  if (!done) return deadLink(c, apiError("resource_not_found", "link_used"));
  deps.mailQueued();
  return c.redirect(withInteraction("/login", await interactionOf(c, challenge)), 303);
}

/** The authorization request in whose middle the password was found forgotten, if it is this browser's. */
async function interactionOf(c: AppContext, challenge: Challenge): Promise<string | undefined> {
  const payload = JSON.parse(challenge.payload) as { readonly interactionId: string | null };
  const interaction = await ownInteraction(c, payload.interactionId);
  return interaction?.id;
}

function deadLink(c: AppContext, error: CatalogueError): Response | Promise<Response> {
  const label = messages(c.var.locale).recover.newLink;
  return renderErrorPage(c, error, { wayOn: { href: "/forgot", label } });
}
