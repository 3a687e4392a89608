import { placeOf } from "../../protocol/redirect-uri.ts";
import type { Interaction } from "../../storage/port/interactions.ts";
import type { AppContext } from "../../web/context.ts";
import { preferLocale } from "../../web/locale.ts";
import { isNextPage, type NextPage } from "../../web/next-page.ts";
import type { Onward } from "../../web/onward.ts";
import { interactionId, ownInteraction } from "../../web/own-interaction.ts";

/** Where the person is on their way to. */
export interface Destination {
  readonly interaction: Interaction | undefined;
  /** How the application that sent the person is called on pages. */
  readonly application: string | undefined;
  readonly next: NextPage | undefined;
}

/** An unverified application may call itself anything; it is named by where it leads. */
async function applicationName(c: AppContext, clientId: string, redirectUri: string) {
  const client = await c.var.site.storage.committed.clients.find(clientId);
  return client?.verified ? client.name : placeOf(redirectUri);
}

/** Undefined when an interaction is named that is not this browser's or not under way. */
export async function destinationOf(
  c: AppContext,
  { interactionId: id, next }: Onward,
): Promise<Destination | undefined> {
  const nextPage = isNextPage(next) ? next : undefined;
  if (!id) return { interaction: undefined, application: undefined, next: nextPage };
  const interaction = await ownInteraction(c, interactionId(id));
  if (!interaction) return undefined;
  const { clientId, redirectUri, uiLocales } = interaction.request;
  preferLocale(c, uiLocales);
  return { interaction, application: await applicationName(c, clientId, redirectUri), next: nextPage };
}

/** As it came with the address of this page. */
export function askedFor(c: AppContext): Onward {
  const { interaction, next } = c.req.query();
  return { interactionId: interaction, next };
}

/** What is kept of a destination while a code is under way. */
export function onwardOf({ interaction, next }: Destination): Onward {
  return { interactionId: interaction?.id ?? null, next };
}
