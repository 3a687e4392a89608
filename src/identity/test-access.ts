import type { Client } from "../storage/port/clients.ts";
import type { TesterName, TesterStore } from "../storage/port/testers.ts";
import type { User } from "../storage/port/users.ts";

/** What an account is known by, as far as it is proven to be its own: nobody is let in by an address they only claim. */
export function provenNames({ email, emailVerifiedAt, username, phoneNumber }: User): readonly TesterName[] {
  const names: TesterName[] = [];
  if (email !== null && emailVerifiedAt !== null) names.push({ kind: "email", value: email });
  if (username !== null) names.push({ kind: "username", value: username });
  if (phoneNumber !== null) names.push({ kind: "phone", value: phoneNumber });
  return names;
}

/** Whether this person may sign in to this application: everybody may, but to a test application its owner and whom they invited. */
export async function maySignIn(
  { test, id, ownerId }: Pick<Client, "test" | "id" | "ownerId">,
  user: User,
  testers: Pick<TesterStore, "isInvited">,
): Promise<boolean> {
  if (!test || ownerId === user.id) return true;
  return testers.isInvited(id, provenNames(user));
}

/** Most people that an application invites. */
export const testerLimit = 50;
