import { Hono } from "hono";
import { CatalogueError } from "../../errors/catalogue-error.ts";
import type { Passwords } from "../../identity/password.ts";
import { currentAccount } from "../../web/browser-session.ts";
import type { AppContext, AppEnv } from "../../web/context.ts";
import { type Advance, enter, refuseInMaintenance } from "../../web/enter.ts";
import { readForm, type SubmittedForm } from "../../web/form.tsx";
import { nextPath } from "../../web/next-page.ts";
import { beginByNumber, meansWhatsApp } from "./by-number.ts";
import { checkPassword, refreshHash } from "./check-password.ts";
import { codeRoutes } from "./code.routes.ts";
import { askedFor, type Destination, destinationOf, onwardOf } from "./destination.ts";
import { askForCode, doubtRoutes } from "./doubt.ts";
import { signInByPasskey } from "./passkey.ts";
import { signInPage } from "./sign-in.page.tsx";

export interface SignInDependencies {
  readonly passwords: Passwords;
  /** Decides what follows in an authorization request, and answers a redirect there. */
  readonly advance: Advance;
  /** Called when a mail was queued. */
  readonly mailQueued: () => void;
}

/** Identifiers longer than any address are nobody's. */
const longestIdentifier = 320;

async function show(c: AppContext, deps: SignInDependencies): Promise<Response> {
  const asked = askedFor(c);
  const to = await destinationOf(c, asked);
  if (!to) return deps.advance(c, asked.interactionId ?? "");
  const already = to.interaction || c.req.query("account") === "new" ? undefined : await currentAccount(c);
  if (already) return c.redirect(nextPath(asked.next), 302);
  return signInPage(c, to, {
    identifier: to.interaction?.request.loginHint?.slice(0, longestIdentifier),
  });
}

/** The answer is the same for every number. */
async function byNumber(c: AppContext, to: Destination, identifier: string | undefined): Promise<Response> {
  const begun = await beginByNumber(c, to, identifier);
  if (begun === "malformed") return signInPage(c, to, { identifier, problem: "number" });
  if (begun instanceof CatalogueError) return signInPage(c, to, { identifier, problem: begun });
  return c.redirect(`/login/code?request=${begun.id}`, 303);
}

async function submit(c: AppContext, deps: SignInDependencies, form: SubmittedForm): Promise<Response> {
  const asked = askedFor(c);
  const to = await destinationOf(c, asked);
  if (!to) return deps.advance(c, asked.interactionId ?? "");
  const identifier = form.get("identifier")?.trim().slice(0, longestIdentifier);
  const password = form.get("password");
  if (form.stale) return signInPage(c, to, { identifier, problem: "stale" });
  const credential = form.get("credential");
  if (credential !== undefined) {
    const answer = await signInByPasskey(c, deps.advance, onwardOf(to), credential);
    return answer instanceof Response ? answer : signInPage(c, to, { problem: answer });
  }
  if (meansWhatsApp(c, form)) return byNumber(c, to, identifier);
  if (!(identifier && password)) {
    return signInPage(c, to, { identifier, missing: { identifier: !identifier, password: !password } });
  }
  const checked = await checkPassword(c, deps.passwords, identifier, password);
  if (checked === "wrong" || checked instanceof Error)
    return signInPage(c, to, { identifier, problem: checked });
  if ("doubted" in checked) return askForCode(c, deps, to, checked.doubted);
  await refuseInMaintenance(c, checked);
  const { passwordHash } = checked;
  const answer = await enter(
    c,
    deps.advance,
    checked.id,
    onwardOf(to),
    (now) => now.passwordHash === passwordHash,
  );
  if (!answer) return signInPage(c, to, { identifier, problem: "wrong" });
  await refreshHash(c, deps.passwords, checked, password);
  return answer;
}

export function signInRoutes(deps: SignInDependencies): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/login", (c) => show(c, deps))
    .post("/login", async (c) => submit(c, deps, await readForm(c)))
    .route("/", codeRoutes(deps.advance))
    .route("/", doubtRoutes(deps.advance));
}
