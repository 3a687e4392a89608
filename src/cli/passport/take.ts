import { importedCostSetting } from "../../identity/imported-password.ts";
import { bcryptCost } from "../../protocol/bcrypt-hash.ts";
import type { Approval } from "../../storage/port/clients.ts";
import type { Repositories } from "../../storage/port/storage.ts";
import type { User } from "../../storage/port/users.ts";
import type { ImportedClient } from "./client-row.ts";
import type { NoteReason, SkipReason } from "./reasons.ts";
import type { ImportedUser } from "./user-row.ts";

export interface Taken {
  readonly outcome: "taken" | "unchanged" | SkipReason;
  readonly notes: readonly NoteReason[];
}

const skipped = (outcome: SkipReason): Taken => ({ outcome, notes: [] });
const unchanged: Taken = { outcome: "unchanged", notes: [] };

/** The same person may have another name, address or password by now, but not all of it at once. */
function isSamePerson(here: User, there: ImportedUser): boolean {
  const alike = (a: string | null, b: string | null) => a !== null && a.toLowerCase() === b?.toLowerCase();
  return (
    here.createdAt === there.createdAt ||
    alike(here.email, there.email) ||
    alike(here.phoneNumber, there.phoneNumber) ||
    alike(here.username, there.username)
  );
}

/** Makes the user unless they are here; what is another's of their number and username is left out. */
export async function takeUser(all: Repositories, user: ImportedUser, anyDeleted: boolean): Promise<Taken> {
  const here = await all.users.find(user.id);
  if (here) return isSamePerson(here, user) ? unchanged : skipped("id_taken");
  if (anyDeleted && (await wasDeleted(all, user.id))) return skipped("deleted_here");
  return create(all, user, []);
}

async function create(
  { users }: Pick<Repositories, "users">,
  user: ImportedUser,
  notes: readonly NoteReason[],
): Promise<Taken> {
  if (user.email === null && user.phoneNumber === null && user.username === null)
    return skipped("no_identifier");
  const made = await users.create(user);
  if (!("taken" in made)) return { outcome: "taken", notes };
  if (made.taken === "id") return skipped("id_taken");
  if (made.taken === "email") return skipped("email_taken");
  const note = made.taken === "phoneNumber" ? "phone_taken" : "username_taken";
  return create({ users }, { ...user, [made.taken]: null }, [...notes, note]);
}

/** Who was deleted stays so, however often the old data is brought along. */
async function wasDeleted({ audit }: Repositories, id: number): Promise<boolean> {
  const target = { kind: "user", id: `${id}` } as const;
  return (await audit.list({ action: "user.deleted", target }, 1)).length > 0;
}

/** So that a wrong password takes as long for everybody as for those whose hash is from there. */
export async function rememberCost(
  { settings }: Repositories,
  hashes: readonly (string | null)[],
): Promise<void> {
  const costs = hashes.map((hash) => (hash === null ? 0 : (bcryptCost(hash) ?? 0)));
  const highest = Math.max(0, ...costs);
  if (highest > Number((await settings.get(importedCostSetting)) ?? 0)) {
    await settings.put(importedCostSetting, `${highest}`);
  }
}

export async function takeClient(
  { clients, users }: Repositories,
  { client, secretHash }: ImportedClient,
): Promise<Taken> {
  const here = await clients.find(client.id);
  if (here) {
    const same = here.createdAt === client.createdAt || here.name === client.name;
    return same ? unchanged : skipped("id_taken");
  }
  const owned = client.ownerId !== null && (await users.find(client.ownerId)) !== undefined;
  await clients.create({ ...client, ownerId: owned ? client.ownerId : null }, secretHash);
  return { outcome: "taken", notes: owned || client.ownerId === null ? [] : ["owner_unknown"] };
}

/** A decision that was made here counts more than one that was made there. */
export async function takeApproval(
  { clients }: Repositories,
  approval: Approval,
  sensitive: ReadonlySet<string>,
): Promise<Taken> {
  if (!sensitive.has(approval.scope)) return skipped("scope_unknown");
  const client = await clients.find(approval.clientId);
  if (!client) return skipped("client_unknown");
  if (!client.scopes.includes(approval.scope)) return skipped("scope_not_registered");
  if (await clients.approval(approval.clientId, approval.scope)) return unchanged;
  await clients.putApproval(approval);
  return { outcome: "taken", notes: [] };
}
