import type { Client, ClientChange } from "../storage/port/clients.ts";
import { withPatience } from "../storage/port/patience.ts";
import type { Repositories, Storage } from "../storage/port/storage.ts";
import { drainClient } from "./drain-client.ts";

const page = 50;
/** Milliseconds that one application may wait for the database: many tokens take longer than a request has. */
const patience = 60_000;

export interface Going {
  /** How an application is disabled, before anything of it goes. */
  readonly disabled: ClientChange;
  /** Writes down, in the unit of it, that an application went. */
  gone(repositories: Repositories, client: Client): Promise<void>;
}

/**
 * Removes the applications of somebody who is about to go, each in batches and units of its own: all of them in the unit that
 * removes the person would hold up everybody else. Nothing works any more of any of them from the first moment on. Broken off,
 * it goes on where it was.
 */
export async function removeApplications(storage: Storage, ownerId: number, going: Going): Promise<void> {
  const owned = await ownedBy(storage, ownerId);
  for (const { id } of owned)
    await own(storage, ownerId, id, ({ clients }) => clients.update(id, going.disabled));
  for (const { id } of owned) {
    await withPatience(patience, () => drainClient(storage, id, () => true));
    await own(storage, ownerId, id, async (all, client) => {
      if (await all.clients.delete(id)) await going.gone(all, client);
    });
  }
}

async function ownedBy({ committed }: Storage, ownerId: number): Promise<readonly Client[]> {
  const owned: Client[] = [];
  for (;;) {
    const found = await committed.clients.page({ ownerId }, page, owned.at(-1));
    owned.push(...found);
    if (found.length < page) return owned;
  }
}

/** A unit on an application that nobody gave to somebody else meanwhile. */
function own(
  storage: Storage,
  ownerId: number,
  id: string,
  unit: (repositories: Repositories, client: Client) => Promise<unknown>,
): Promise<unknown> {
  return storage.write(async (all) => {
    const client = await all.clients.find(id);
    return client?.ownerId === ownerId ? unit(all, client) : undefined;
  });
}
