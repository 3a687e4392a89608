import type { AppContext } from "../../web/context.ts";
import { type CodeProblem, type OwnCode, ownCode, tryCode } from "../../web/one-time-code.ts";
import type { Pending } from "./pending.ts";

export type Registration = OwnCode<Pending>;

/** The registration that the address names, if it was begun in this very browser; open or not. */
export function ownRegistration(c: AppContext): Promise<Registration | undefined> {
  return ownCode<Pending>(c, "register", c.req.query("registration"));
}

/** Undefined when the code is right. Nobody was sent one for an address that has an account: a lucky guess is no proof. */
export async function tryRegistrationCode(
  c: AppContext,
  { challenge }: Registration,
  typed: string,
): Promise<CodeProblem | undefined> {
  const problem = await tryCode(c, challenge, typed);
  return problem ?? (challenge.userId === null ? undefined : "wrong");
}
