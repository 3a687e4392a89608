import type { Interaction } from "../storage/port/interactions.ts";
import type { AppContext } from "./context.ts";
import { deviceOf } from "./device.ts";

/**
 * The interaction, when it is under way and belongs to this browser; the first browser that opens it owns it from then on.
 * Undefined for every other id: a link to somebody else's request signs nobody in to it.
 */
export async function openInteraction(c: AppContext, id: string): Promise<Interaction | undefined> {
  const { storage, clock } = c.var.site;
  const found = await storage.committed.interactions.find(id);
  if (!found || found.finishedAt !== null || found.expiresAt <= clock()) return undefined;
  const { hash } = deviceOf(c);
  if (found.deviceHash === hash) return found;
  if (found.deviceHash !== null) return undefined;
  return (await storage.write(({ interactions }) => interactions.claim(id, hash))) ? found : undefined;
}
