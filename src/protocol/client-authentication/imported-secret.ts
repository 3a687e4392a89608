import type { ClientWithSecrets } from "../../storage/port/clients.ts";
import type { Storage } from "../../storage/port/storage.ts";
import type { Clock } from "../ambient.ts";
import { bcryptCost } from "../bcrypt-hash.ts";
import { sha256 } from "../hash.ts";

export interface ImportedSecretDesk {
  readonly storage: Storage;
  readonly clock: Clock;
  /** Rejects with an error named `Overloaded` when too many wait. */
  readonly bcrypt: { matches(hash: string, text: string): Promise<boolean> };
}

/**
 * Whether the secret is one that another server kept as bcrypt. From its first use on it is kept as all others are, and no
 * request of its application waits for bcrypt again.
 */
export async function importedSecretMatches(
  client: ClientWithSecrets,
  secret: string,
  { storage, clock, bcrypt }: ImportedSecretDesk,
): Promise<boolean> {
  const now = clock();
  for (const { hash, expiresAt } of client.secrets) {
    if (bcryptCost(hash) === undefined || (expiresAt !== null && expiresAt <= now)) continue;
    if (!(await bcrypt.matches(hash, secret))) continue;
    await storage.write(({ clients }) => clients.replaceSecret(client.id, hash, sha256(secret)));
    return true;
  }
  return false;
}
