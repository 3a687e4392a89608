import { maySignIn } from "../../identity/test-access.ts";
import {
  type Candidate,
  type GivenConsent,
  nextStep,
  type Step,
} from "../../protocol/authorize/next-step.ts";
import type { Client } from "../../storage/port/clients.ts";
import { signedInAccounts } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import type { Flow } from "./flow.ts";

/** The accounts of this browser, with what each allowed this application before. */
export async function candidates(c: AppContext, client: Client): Promise<readonly Candidate[]> {
  const { consents, testers } = c.var.site.storage.committed;
  const accounts = await signedInAccounts(c);
  return Promise.all(
    accounts.map(async (account) => ({
      ...account,
      consent: await consents.find(account.user.id, client.id),
      admitted: await maySignIn(client, account.user, testers),
    })),
  );
}

/**
 * The session this request is about. When it ended (the person signed in anew in another tab), a consent just given still
 * says for whom it was.
 */
function chosenSession(
  { interaction }: Flow,
  accounts: readonly Candidate[],
  given?: GivenConsent,
): string | null {
  const chosen = accounts.find(({ session }) => session.id === interaction?.sessionId);
  const shown = accounts.find(({ user }) => user.id === given?.userId);
  return (chosen ?? shown)?.session.id ?? null;
}

/** What comes next for this request in this browser. */
export async function stepOf(c: AppContext, flow: Flow, given?: GivenConsent): Promise<Step> {
  const accounts = await candidates(c, flow.to.client);
  return nextStep({
    request: flow.request,
    arrivedAt: flow.arrivedAt,
    client: flow.to.client,
    accounts,
    chosenSessionId: chosenSession(flow, accounts, given),
    given,
  });
}
