import { Hono } from "hono";
import { apiError, CatalogueError } from "../../errors/catalogue-error.ts";
import { messages } from "../../i18n/messages.ts";
import type { Repositories } from "../../storage/port/storage.ts";
import type { AppContext, AppEnv } from "../../web/context.ts";
import { type Advance, enterFully, refuseInMaintenance } from "../../web/enter.ts";
import { renderErrorPage } from "../../web/error-page.tsx";
import { attemptFactor } from "../../web/factor-attempt.ts";
import { sendFactorCode } from "../../web/factor-code.ts";
import { readForm, type SubmittedForm } from "../../web/form.tsx";
import { preferLocale } from "../../web/locale.ts";
import { queueNotice } from "../../web/notice.ts";
import { type Onward, signInPath } from "../../web/onward.ts";
import { attemptPasskey } from "../../web/passkey-attempt.ts";
import {
  findPendingSignIn,
  type PendingSignIn,
  passkeyOccasion,
  pendingPath,
} from "../../web/pending-sign-in.ts";
import { newTrust } from "../../web/trusted-device.ts";
import { type SecondStepView, secondStepPage } from "./second-step.page.tsx";
import { type Way, waysOf } from "./ways.ts";

export interface SecondStepDependencies {
  readonly advance: Advance;
  /** Called when a mail was queued. */
  readonly mailQueued: () => void;
}

/** Wrong codes that one half-done sign-in bears; the account's own count goes on over all of them. */
const attempts = 10;

type Proof = { accept(repositories: Repositories): Promise<boolean> };

/** The half-done sign-in that the address names, or the page that says it is over. */
async function withPending(
  c: AppContext,
  handle: (pending: PendingSignIn) => Promise<Response>,
): Promise<Response> {
  const found = await findPendingSignIn(c, c.req.query("attempt") ?? "");
  if (!found?.open) return over(c, found?.to ?? {});
  preferLocale(c, null, found.open.user.locale);
  await refuseInMaintenance(c, found.open.user);
  return handle(found.open);
}

function over(c: AppContext, to: Onward): Response | Promise<Response> {
  const wayOn = { href: signInPath(to), label: messages(c.var.locale).errorPage.signIn };
  return renderErrorPage(c, apiError("resource_not_found", "sign_in_over"), { wayOn });
}

async function page(
  c: AppContext,
  pending: PendingSignIn,
  problem?: SecondStepView["problem"],
): Promise<Response> {
  const ways = await waysOf(c, pending);
  const way = ways.find((one) => one === c.req.query("way")) ?? ways[0] ?? "recovery";
  const passkeys = await c.var.site.storage.committed.passkeys.list(pending.user.id);
  return secondStepPage(c, { pending, ways, way, sent: c.req.query("sent"), passkeys, problem });
}

async function send(c: AppContext, deps: SecondStepDependencies, pending: PendingSignIn): Promise<Response> {
  const { challenge, user } = pending;
  if (!(await waysOf(c, pending)).includes("email")) return page(c, pending);
  const sent = await sendFactorCode(c, user, challenge.id, "email");
  if (sent instanceof CatalogueError) return page(c, pending, sent);
  deps.mailQueued();
  return c.redirect(pendingPath(challenge.id, { way: "email" satisfies Way, sent: sent.id }), 303);
}

/** Counted before it is looked at; undefined when this sign-in has borne enough. */
async function proofByCode(c: AppContext, { challenge, user }: PendingSignIn, code: string) {
  const { storage } = c.var.site;
  if (!(await storage.write(({ challenges }) => challenges.attempt(challenge.id, attempts))))
    return undefined;
  return attemptFactor(c, { user, code, sent: { id: c.req.query("sent"), occasion: challenge.id } });
}

/** A passkey is no guess: it is looked at however many wrong codes there were. */
function proofByPasskey(c: AppContext, { challenge, user }: PendingSignIn, credential: string) {
  const occasion = passkeyOccasion(challenge.id);
  return attemptPasskey(c, { credential, occasion, userId: user.id, userVerification: false });
}

/** In one unit: the proof and the half-done sign-in are used up, and the session begins. */
async function finish(
  c: AppContext,
  deps: SecondStepDependencies,
  { challenge, user, to }: PendingSignIn,
  proof: Proof,
  options: { readonly remember: boolean; readonly recovery: boolean },
): Promise<Response | undefined> {
  const trust = options.remember ? newTrust(c) : undefined;
  const { clock } = c.var.site;
  const answer = await enterFully(c, deps.advance, user.id, to, async (_user, repositories) => {
    if (!(await proof.accept(repositories))) return false;
    if (!(await repositories.challenges.use(challenge.id, clock()))) return false;
    await trust?.store(repositories, user.id);
    if (options.recovery) await queueNotice(repositories, c, user, "recovery_code_used");
    return true;
  });
  if (answer) trust?.keep();
  return answer;
}

async function submit(
  c: AppContext,
  deps: SecondStepDependencies,
  form: SubmittedForm,
  pending: PendingSignIn,
): Promise<Response> {
  if (form.stale) return page(c, pending, "stale");
  if (form.get("send") !== undefined) return send(c, deps, pending);
  const remember = form.get("remember") === "yes";
  const credential = form.get("credential");
  if (credential !== undefined) {
    const proof = await proofByPasskey(c, pending, credential);
    const done = proof && (await finish(c, deps, pending, proof, { remember, recovery: false }));
    return done ?? page(c, pending, "wrongPasskey");
  }
  const code = form.get("code");
  if (code === undefined) return page(c, pending, "missing");
  const proof = await proofByCode(c, pending, code);
  if (proof === undefined) return over(c, pending.to);
  if (proof === "wrong" || proof instanceof CatalogueError) return page(c, pending, proof);
  const done = await finish(c, deps, pending, proof, { remember, recovery: proof.kind === "recovery" });
  return done ?? page(c, pending, "wrong");
}

/** The second factor, asked for after the first was right. */
export function secondStepRoutes(deps: SecondStepDependencies): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/login/verify", (c) => withPending(c, (pending) => page(c, pending)))
    .post("/login/verify", async (c) => {
      const form = await readForm(c);
      return withPending(c, (pending) => submit(c, deps, form, pending));
    });
}
