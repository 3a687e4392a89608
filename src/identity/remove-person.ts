import type { Client } from "../storage/port/clients.ts";
import type { Repositories } from "../storage/port/storage.ts";
import type { Instant } from "../storage/port/time.ts";

const batch = 50;

/**
 * Removes a person with all that is theirs: the applications they registered go with them, for nobody would answer for those
 * any more. Whoever calls it took away what those have before; here is only what was registered at that very moment.
 * Resolves to the applications that went; undefined when there was no such person.
 */
export async function removePerson(
  { users, clients }: Pick<Repositories, "users" | "clients">,
  id: number,
  at: Instant,
): Promise<readonly Client[] | undefined> {
  const gone: Client[] = [];
  for (;;) {
    const owned = await clients.page({ ownerId: id }, batch);
    for (const client of owned) if (await clients.delete(client.id)) gone.push(client);
    if (owned.length < batch) break;
  }
  return (await users.delete(id, at)) ? gone : undefined;
}
