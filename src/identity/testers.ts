import type { Client } from "../storage/port/clients.ts";
import type { Repositories } from "../storage/port/storage.ts";
import type { Tester, TesterName } from "../storage/port/testers.ts";
import type { Instant } from "../storage/port/time.ts";
import type { User, UserStore } from "../storage/port/users.ts";
import { maySignIn, provenNames, testerLimit } from "./test-access.ts";

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
  repositories: Repositories,
  client: Client,
  name: TesterName,
  now: Instant,
): Promise<boolean> {
  const { testers, users } = repositories;
  if (!(await testers.remove(client.id, name))) return false;
  const user = await findByName(users, name);
  if (user) await endUnlessInvited(repositories, client, user, now);
  return true;
}

async function endUnlessInvited(
  { testers, consents, authorizations }: Repositories,
  client: Client,
  user: User,
  now: Instant,
): Promise<void> {
  if (!client.test || (await maySignIn(client, user, testers))) return;
  await consents.revoke(user.id, client.id);
  await authorizations.revokeAll(user.id, "consent_revoked", now, client.id);
}

/** Ends, in the caller's unit, what somebody has at a test application that they owned until now. */
export async function leaveOwner(
  repositories: Repositories,
  client: Client,
  before: Pick<Client, "ownerId">,
  now: Instant,
): Promise<void> {
  if (before.ownerId === null || before.ownerId === client.ownerId) return;
  const user = await repositories.users.find(before.ownerId);
  if (user) await endUnlessInvited(repositories, client, user, now);
}

/**
 * Ends, in the caller's unit, what came of invitations by names that somebody has just given up: nobody could take it back
 * later, for an invitation names no account.
 */
export async function leaveNames(repositories: Repositories, before: User, now: Instant): Promise<void> {
  const { users, consents, clients, testers } = repositories;
  const user = await users.find(before.id);
  if (!user) return;
  const kept = provenNames(user);
  const left = provenNames(before).filter(
    ({ kind, value }) => !kept.some((name) => name.kind === kind && name.value === value),
  );
  if (left.length === 0) return;
  for (const { clientId } of await consents.list(user.id)) {
    const client = await clients.find(clientId);
    if (client && (await testers.isInvited(clientId, left)))
      await endUnlessInvited(repositories, client, user, now);
  }
}
