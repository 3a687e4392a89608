import type { Client } from "../storage/port/clients.ts";
import type { Repositories } from "../storage/port/storage.ts";
import type { Tester, TesterName } from "../storage/port/testers.ts";
import type { Instant } from "../storage/port/time.ts";
import type { User, UserStore } from "../storage/port/users.ts";
import { maySignIn, testerLimit } from "./test-access.ts";

/** Invites somebody, in the caller's unit; false when the application has invited as many as it may. Nobody is looked up. */
export async function inviteTester(
  { testers }: Pick<Repositories, "testers">,
  tester: Tester,
): Promise<boolean> {
  if ((await testers.list(tester.clientId)).length >= testerLimit) return false;
  await testers.invite(tester);
  return true;
}

function findByName(users: UserStore, { kind, value }: TesterName): Promise<User | undefined> {
  if (kind === "email") return users.findByEmail(value);
  return kind === "phone" ? users.findByPhoneNumber(value) : users.findByUsername(value);
}

/**
 * Takes an invitation back, in the caller's unit, and with it what the person allowed the application and every token that
 * came of it, unless they are invited by another name; false when nobody of this name was invited.
 */
export async function removeTester(
  { testers, users, consents, authorizations }: Repositories,
  client: Client,
  name: TesterName,
  now: Instant,
): Promise<boolean> {
  if (!(await testers.remove(client.id, name))) return false;
  const user = await findByName(users, name);
  if (!(user && client.test) || (await maySignIn(client, user, testers))) return true;
  await consents.revoke(user.id, client.id);
  await authorizations.revokeAll(user.id, "consent_revoked", now, client.id);
  return true;
}
