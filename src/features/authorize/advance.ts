import type { Candidate, CodeStep, Step } from "../../protocol/authorize/next-step.ts";
import { parametersOf } from "../../protocol/authorize/request.ts";
import type { Interaction } from "../../storage/port/interactions.ts";
import type { AppContext } from "../../web/context.ts";
import { deviceOf } from "../../web/device.ts";
import { endWithError, redirect, redirectWithCode, returnError } from "./answer.ts";
import { issueCode } from "./code.ts";
import { examine } from "./examine.ts";
import type { Flow } from "./flow.ts";
import { openInteraction } from "./open-interaction.ts";
import { refuseInteraction, refuseRequest } from "./refusals.ts";
import { stepOf } from "./situation.ts";

const pages = { sign_in: "/login", choose_account: "/accounts", consent: "/consent" } as const;

/** Remembers the request for the pages that follow, and the account that is settled. */
async function remember(c: AppContext, flow: Flow, account: Candidate | undefined): Promise<string> {
  const { storage, ids, lifetimes } = c.var.site;
  const { interaction, request, arrivedAt } = flow;
  const sessionId = account?.session.id ?? null;
  if (interaction !== null) {
    if (sessionId !== null && interaction.sessionId !== sessionId) {
      await storage.write(({ interactions }) => interactions.choose(interaction.id, sessionId));
    }
    return interaction.id;
  }
  const made: Interaction = {
    id: ids(),
    deviceHash: deviceOf(c).hash,
    request,
    createdAt: arrivedAt,
    expiresAt: arrivedAt + lifetimes.interaction * 1000,
    sessionId,
    finishedAt: null,
  };
  await storage.write(({ interactions }) => interactions.create(made));
  return made.id;
}

async function showPage(c: AppContext, flow: Flow, step: keyof typeof pages, account?: Candidate) {
  return redirect(c, `${pages[step]}?interaction=${await remember(c, flow, account)}`);
}

/** From the beginning, for what was decided by has changed; a yes of just now still says for whom it was. */
async function decideAnew(c: AppContext, flow: Flow, { account, scopes, consent }: CodeStep) {
  const given = consent === "just_given" ? { userId: account.user.id, scopes } : undefined;
  const goOn = async (now: Flow) => take(c, now, await stepOf(c, now, given));
  if (flow.interaction) return openInteraction(c, flow.interaction.id, goOn);
  const raw = parametersOf(flow.request);
  const verdict = await examine(c, raw);
  if (verdict.kind === "shown") return refuseRequest(c, verdict.error, raw);
  return verdict.kind === "returned"
    ? returnError(c, verdict.to, verdict.error)
    : goOn({ ...flow, ...verdict });
}

async function finishWithCode(c: AppContext, flow: Flow, step: CodeStep): Promise<Response> {
  const issued = await issueCode(c.var.site, flow, step);
  if (issued === "finished") return refuseInteraction(c, "interaction_finished", flow);
  if (issued === "changed") return decideAnew(c, flow, step);
  return redirectWithCode(c, flow.to, issued.code);
}

/** Does what a step says: a redirect to one of our pages, or the answer to the application. */
export async function take(c: AppContext, flow: Flow, step: Step): Promise<Response> {
  switch (step.step) {
    case "consent":
      return showPage(c, flow, "consent", step.account);
    case "code":
      return finishWithCode(c, flow, step);
    case "error":
      return endWithError(c, flow, step.error);
    default:
      return showPage(c, flow, step.step);
  }
}

/**
 * Goes on with an interaction after sign-in, the choice of an account or registration: a redirect to the next page or to
 * the application, 302 after a GET and 303 after a form's POST. Never throws for anything that the application can be told.
 */
export function advance(c: AppContext, interactionId: string): Promise<Response> {
  return openInteraction(c, interactionId, async (flow) => take(c, flow, await stepOf(c, flow)));
}
