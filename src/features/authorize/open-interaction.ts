import { oauthError } from "../../errors/catalogue-error.ts";
import { parametersOf } from "../../protocol/authorize/request.ts";
import type { Interaction } from "../../storage/port/interactions.ts";
import type { AppContext } from "../../web/context.ts";
import { deviceOf } from "../../web/device.ts";
import { preferLocale } from "../../web/locale.ts";
import { interactionId } from "../../web/own-interaction.ts";
import { refuseHead } from "../../web/refuse-head.ts";
import { answering, endWithError } from "./answer.ts";
import { examine } from "./examine.ts";
import type { StoredFlow } from "./flow.ts";
import { refuseInteraction, refuseRequest } from "./refusals.ts";

async function findInteraction(c: AppContext, id: string | undefined): Promise<Interaction | undefined> {
  const possible = interactionId(id);
  return possible === undefined ? undefined : c.var.site.storage.committed.interactions.find(possible);
}

/** Binds the interaction to this browser, if no other one has it. */
async function isOurs(c: AppContext, { id, deviceHash }: Interaction): Promise<boolean> {
  const { hash } = deviceOf(c);
  if (deviceHash !== null) return deviceHash === hash;
  return c.var.site.storage.write(({ interactions }) => interactions.claim(id, hash));
}

/**
 * Opens a stored interaction for the browser it belongs to, judges its request anew (the client may have been disabled, a
 * redirect URI removed since), and goes on with `work`. Everything that stands in the way is answered here; nothing thrown
 * by `work` leaves without an answer to the application.
 */
export async function openInteraction(
  c: AppContext,
  id: string | undefined,
  work: (flow: StoredFlow) => Promise<Response>,
): Promise<Response> {
  refuseHead(c, ["GET", "POST"]);
  const interaction = await findInteraction(c, id);
  if (!interaction) return refuseInteraction(c, "interaction_expired");
  if (!(await isOurs(c, interaction))) return refuseInteraction(c, "interaction_foreign");
  const { request } = interaction;
  preferLocale(c, request.uiLocales);
  const raw = parametersOf(request);
  const verdict = await examine(c, raw);
  if (verdict.kind === "shown") return refuseRequest(c, verdict.error, raw);
  const { to } = verdict;
  const flow: StoredFlow = { request, to, arrivedAt: interaction.createdAt, interaction };
  return answering(c, to, async () => {
    if (interaction.finishedAt !== null) return refuseInteraction(c, "interaction_finished", flow);
    if (interaction.expiresAt <= c.var.site.clock()) return expired(c, flow);
    return verdict.kind === "returned" ? endWithError(c, flow, verdict.error) : work(flow);
  });
}

/** A stale link gets a page with a way to start again; a form that was sent too late ends the request. */
async function expired(c: AppContext, flow: StoredFlow): Promise<Response> {
  if (c.req.method !== "POST") return refuseInteraction(c, "interaction_expired", flow);
  return endWithError(c, flow, oauthError("access_denied", "interaction_expired"));
}
