import type { AppContext } from "../../web/context.ts";
import type { PendingSignIn } from "../../web/pending-sign-in.ts";

/** How the second factor can be given, in the order in which it is offered. */
export const ways = ["app", "email", "passkey", "recovery"] as const;
export type Way = (typeof ways)[number];

/** What this account has of them: an app or mails where switched on, its passkeys, and the codes that are left. */
export async function waysOf(c: AppContext, { user }: PendingSignIn): Promise<readonly Way[]> {
  const { factors, passkeys } = c.var.site.storage.committed;
  const kinds = (await factors.list(user.id)).map(({ kind }) => kind);
  const there: Record<Way, boolean> = {
    app: kinds.includes("app"),
    email: kinds.includes("email") && user.email !== null,
    passkey: (await passkeys.list(user.id)).length > 0,
    recovery: (await factors.recoveryCodes(user.id)).length > 0,
  };
  return ways.filter((way) => there[way]);
}
