import { Hono } from "hono";
import type { Passwords } from "../../identity/password.ts";
import { placeOf } from "../../protocol/redirect-uri.ts";
import { currentAccount } from "../../web/browser-session.ts";
import type { AppContext, AppEnv } from "../../web/context.ts";
import { type Advance, enter, refuseInMaintenance } from "../../web/enter.ts";
import { readForm, type SubmittedForm } from "../../web/form.tsx";
import { preferLocale } from "../../web/locale.ts";
import { isNextPage, nextPath } from "../../web/next-page.ts";
import { interactionId, ownInteraction } from "../../web/own-interaction.ts";
import { checkPassword, refreshHash } from "./check-password.ts";
import { signInByPasskey } from "./passkey.ts";
import { type Destination, signInPage } from "./sign-in.page.tsx";

export interface SignInDependencies {
  readonly passwords: Passwords;
  /** Decides what follows in an authorization request, and answers a redirect there. */
  readonly advance: Advance;
}

/** Identifiers longer than any address are nobody's. */
const longestIdentifier = 320;

/** An unverified application may call itself anything; it is named by where it leads. */
async function applicationName(c: AppContext, clientId: string, redirectUri: string) {
  const client = await c.var.site.storage.committed.clients.find(clientId);
  return client?.verified ? client.name : placeOf(redirectUri);
}

/** Undefined when an interaction is named that is not this browser's or not under way. */
async function destinationOf(
  c: AppContext,
  id: string | undefined,
  next: string | undefined,
): Promise<Destination | undefined> {
  const nextPage = isNextPage(next) ? next : undefined;
  if (!id) return { interaction: undefined, application: undefined, next: nextPage };
  const interaction = await ownInteraction(c, interactionId(id));
  if (!interaction) return undefined;
  const { clientId, redirectUri, uiLocales } = interaction.request;
  preferLocale(c, uiLocales);
  return { interaction, application: await applicationName(c, clientId, redirectUri), next: nextPage };
}

async function show(c: AppContext, deps: SignInDependencies): Promise<Response> {
  const { interaction, next, account } = c.req.query();
  const to = await destinationOf(c, interaction, next);
  if (!to) return deps.advance(c, interaction ?? "");
  const already = to.interaction || account === "new" ? undefined : await currentAccount(c);
  if (already) return c.redirect(nextPath(next), 302);
  return signInPage(c, to, {
    identifier: to.interaction?.request.loginHint?.slice(0, longestIdentifier),
  });
}

async function submit(c: AppContext, deps: SignInDependencies, form: SubmittedForm): Promise<Response> {
  const { interaction, next } = c.req.query();
  const to = await destinationOf(c, interaction, next);
  if (!to) return deps.advance(c, interaction ?? "");
  const identifier = form.get("identifier")?.trim().slice(0, longestIdentifier);
  const password = form.get("password");
  if (form.stale) return signInPage(c, to, { identifier, problem: "stale" });
  const way = { interactionId: to.interaction?.id, next: to.next };
  const credential = form.get("credential");
  if (credential !== undefined) {
    const answer = await signInByPasskey(c, deps.advance, way, credential);
    return answer instanceof Response ? answer : signInPage(c, to, { problem: answer });
  }
  if (!(identifier && password)) {
    return signInPage(c, to, { identifier, missing: { identifier: !identifier, password: !password } });
  }
  const checked = await checkPassword(c, deps.passwords, identifier, password);
  if (checked === "wrong" || checked instanceof Error)
    return signInPage(c, to, { identifier, problem: checked });
  await refuseInMaintenance(c, checked);
  const { passwordHash } = checked;
  const answer = await enter(c, deps.advance, checked.id, way, (now) => now.passwordHash === passwordHash);
  if (!answer) return signInPage(c, to, { identifier, problem: "wrong" });
  await refreshHash(c, deps.passwords, checked, password);
  return answer;
}

export function signInRoutes(deps: SignInDependencies): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/login", (c) => show(c, deps))
    .post("/login", async (c) => submit(c, deps, await readForm(c)));
}
