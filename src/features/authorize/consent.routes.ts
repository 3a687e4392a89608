import { Hono } from "hono";
import { oauthError } from "../../errors/catalogue-error.ts";
import type { GivenConsent } from "../../protocol/authorize/next-step.ts";
import type { AppContext, AppEnv } from "../../web/context.ts";
import { readForm, type SubmittedForm } from "../../web/form.tsx";
import { take } from "./advance.ts";
import { endWithError } from "./answer.ts";
import { consentPage } from "./consent.page.tsx";
import type { StoredFlow } from "./flow.ts";
import { openInteraction } from "./open-interaction.ts";
import { readShown } from "./shown-consent.ts";
import { stepOf } from "./situation.ts";

/** The page when a yes is still wanted, else whatever comes next. `given` is a yes that was for something else. */
async function show(c: AppContext, flow: StoredFlow, given?: GivenConsent): Promise<Response> {
  const step = await stepOf(c, flow, given);
  if (step.step !== "consent") return take(c, flow, step);
  const changed = given !== undefined && given.userId !== step.account.user.id;
  return consentPage(c, flow, step, changed);
}

/** A yes for an account that was disabled since the page was shown; the page's own signature says whose it was. */
async function isDisabled(c: AppContext, { userId }: GivenConsent): Promise<boolean> {
  const user = await c.var.site.storage.committed.users.find(userId);
  return user?.status === "disabled";
}

async function approve(c: AppContext, flow: StoredFlow, form: SubmittedForm): Promise<Response> {
  const given = readShown(c.var.site.keys, flow.interaction.id, form.get);
  if (given && (await isDisabled(c, given))) {
    return endWithError(c, flow, oauthError("access_denied", "user_disabled"));
  }
  return show(c, flow, given);
}

function decide(c: AppContext, flow: StoredFlow, form: SubmittedForm): Promise<Response> {
  const decision = form.stale ? undefined : form.get("decision");
  if (decision === "deny") return endWithError(c, flow, oauthError("access_denied", "user_denied"));
  return decision === "approve" ? approve(c, flow, form) : show(c, flow);
}

/** `/consent`: what the application may see, and the person's yes or no (contract §2). */
export function consentRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/consent", (c) => openInteraction(c, c.req.query("interaction"), (flow) => show(c, flow)))
    .post("/consent", async (c) => {
      const form = await readForm(c);
      return openInteraction(c, c.req.query("interaction"), (flow) => decide(c, flow, form));
    });
}
