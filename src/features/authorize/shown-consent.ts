import type { GivenConsent } from "../../protocol/authorize/next-step.ts";
import type { KeyRing } from "../../protocol/key-ring.ts";

/** The hidden fields of the consent form: for whom and for what it was shown. */
export interface ShownConsent {
  readonly account: string;
  readonly scope: string;
  readonly shown: string;
}

function statement(interactionId: string, account: string, scope: string): string {
  return `${interactionId} ${account} ${scope}`;
}

/** What the page says it showed, signed: a yes counts for exactly that. */
export function signShown(keys: KeyRing, interactionId: string, consent: GivenConsent): ShownConsent {
  const account = String(consent.userId);
  const scope = consent.scopes.join(" ");
  return { account, scope, shown: keys.sign("consent", statement(interactionId, account, scope)) };
}

/** What a form's yes is for; undefined when this server showed no such page for this interaction. */
export function readShown(
  keys: KeyRing,
  interactionId: string,
  get: (name: keyof ShownConsent) => string | undefined,
): GivenConsent | undefined {
  const [account, scope, shown] = [get("account"), get("scope"), get("shown")];
  if (account === undefined || scope === undefined || shown === undefined) return undefined;
  if (!keys.verify("consent", statement(interactionId, account, scope), shown)) return undefined;
  return { userId: Number(account), scopes: scope.split(" ") };
}
