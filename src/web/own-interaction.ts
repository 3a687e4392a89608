import type { Interaction } from "../storage/port/interactions.ts";
import type { AppContext } from "./context.ts";
import { deviceOf } from "./device.ts";

/** The id of an interaction as it stands in an address or a form, if it can be one. */
export function interactionId(text: string | undefined): string | undefined {
  return text !== undefined && /^[0-9a-z]{26}$/.test(text) ? text : undefined;
}

/** The interaction, if it is under way in this very browser. */
export async function ownInteraction(
  c: AppContext,
  id: string | null | undefined,
): Promise<Interaction | undefined> {
  if (!id) return undefined;
  const { storage, clock } = c.var.site;
  const found = await storage.committed.interactions.find(id);
  const open = found && found.finishedAt === null && found.expiresAt > clock();
  return open && found.deviceHash === deviceOf(c).hash ? found : undefined;
}

/** `path` with the interaction that goes on after it. */
export function withInteraction(path: string, id: string | null | undefined): string {
  return id ? `${path}?interaction=${id}` : path;
}
