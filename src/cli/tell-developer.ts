import { ConfigError, readConfig } from "../config.ts";
import { keyRing } from "../protocol/key-ring.ts";
import { knownSecretKeys } from "../secret-keys.ts";
import type { Approval, Client } from "../storage/port/clients.ts";
import type { Repositories } from "../storage/port/storage.ts";
import { approvalMail, type approvalMails } from "../web/approval-mail.ts";
import { queueMail } from "../web/mail.ts";
import type { Surroundings } from "./command.ts";

/** What a mail needs of the settings: undefined where the command runs without those of the server. */
function settings({ environment }: Surroundings) {
  const keys = knownSecretKeys(environment);
  if (keys.length === 0) return undefined;
  try {
    const { issuer, brand } = readConfig(environment);
    return { site: { issuer, name: brand.name }, keys };
  } catch (error) {
    if (error instanceof ConfigError) return undefined;
    throw error;
  }
}

/**
 * Queues the mail about a decision, which the servers deliver; as a decision on the page does. Undefined when there is nobody
 * to write to; false when it cannot be written here.
 */
export async function tellDeveloper(
  surroundings: Surroundings,
  all: Repositories,
  decision: keyof typeof approvalMails,
  client: Client,
  approval: Approval,
): Promise<boolean | undefined> {
  const owner = client.ownerId === null ? undefined : await all.users.find(client.ownerId);
  const known = settings(surroundings);
  const mail = approvalMail(known?.site ?? { issuer: "", name: "" }, decision, client, owner, approval);
  if (!mail) return undefined;
  if (!known) return false;
  const { ids, clock, entropy } = surroundings;
  await queueMail(all, { ids, clock, keys: keyRing(known.keys, entropy) }, mail);
  return true;
}
