import { isAtLeast } from "../identity/role.ts";
import type { Repositories } from "../storage/port/storage.ts";
import type { User } from "../storage/port/users.ts";
import type { Account } from "./browser-session.ts";
import type { AppContext } from "./context.ts";

/** Between opening the page and writing, the sign-in ended, or the account lost what let it in. Nothing was done. */
export class NoLongerSignedIn extends Error {
  override readonly name = "NoLongerSignedIn";
}

/**
 * A unit of what a signed-in person does. Whoever ends a sign-in, disables an account or takes a role away can rely on it that
 * nothing is done by it any more: the unit begins by looking again, and what it found stays so until it ends. What one
 * person does is done one after another; `user` is the account as it is now. Throws `NoLongerSignedIn`, which the guard of
 * the form answers.
 */
export function act<Result>(
  c: AppContext,
  { user: before, session }: Account,
  unit: (repositories: Repositories, user: User) => Promise<Result>,
): Promise<Result> {
  return c.var.site.storage.write(async (repositories) => {
    const user = await repositories.users.find(before.id);
    const admitted = user?.status === "active" && isAtLeast(user.role, before.role);
    if (!(admitted && (await repositories.sessions.find(session.id)))) throw new NoLongerSignedIn();
    return unit(repositories, user);
  });
}
