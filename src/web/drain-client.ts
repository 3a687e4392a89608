import { setTimeout as sleep } from "node:timers/promises";
import type { Storage } from "../storage/port/storage.ts";

const rows = { fewest: 25, most: 500 };
/** Milliseconds that a batch may take before the next is smaller, and between batches, for everybody else. */
const batchTime = 100;
const breath = 5;

/**
 * Takes away what a client has in batches, before the client itself: millions of tokens in one unit would outlast what the
 * database may take for it. Broken off, it goes on where it was. `told` hears how many rows went; false ends it.
 */
export async function drainClient(
  storage: Storage,
  clientId: string,
  told: (removed: number) => boolean,
): Promise<void> {
  let batch = rows.most;
  for (let removed = 0; ; await sleep(breath)) {
    const begun = performance.now();
    const gone = await storage.write(({ clients }) => clients.drain(clientId, batch));
    removed += gone;
    if (gone < batch || !told(removed)) return;
    const quick = performance.now() - begun < batchTime;
    batch = quick ? Math.min(rows.most, batch * 2) : Math.max(rows.fewest, Math.floor(batch / 2));
  }
}
