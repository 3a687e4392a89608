import { keptText, readKept } from "../data-folder.ts";
import { passwords, randomSecretCost } from "../identity/password.ts";
import type { Clock, Entropy } from "../protocol/ambient.ts";
import type { Repositories, Storage } from "../storage/port/storage.ts";
import { type Demo, newDemo } from "./demo.ts";
import { createAccounts, createClients, isEmpty, redirectUri } from "./records.ts";

export interface SeedOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly issuer: string;
  /** Where the demo's secrets are kept; null keeps them for as long as the process lives. */
  readonly folder: string | null;
}

const demoFile = "demo.json";

/** The issuer may have changed since (another port): the demo's applications follow it. */
async function followIssuer({ clients }: Repositories, demo: Demo, issuer: string): Promise<void> {
  for (const { clientId } of Object.values(demo.clients)) {
    const client = await clients.find(clientId);
    if (client && !client.redirectUris.includes(redirectUri(issuer)))
      await clients.update(clientId, { redirectUris: [redirectUri(issuer)] });
  }
}

async function fill({ storage, clock, entropy, issuer }: SeedOptions, demo: Demo): Promise<void> {
  const { admin, user, whatsapp } = demo.accounts;
  const { hash } = passwords({ concurrency: 1, queueLimit: 3, entropy, cost: randomSecretCost });
  const hashes = await Promise.all([hash(admin.password), hash(user.password), hash(whatsapp.password)]);
  await storage.write(async (all) => {
    // Another process may have been first.
    if (!(await isEmpty(all))) return;
    const now = clock();
    await createAccounts(all, demo, hashes, now);
    await createClients(all, demo, issuer, now);
  });
}

/**
 * Fills an empty database of development with people and applications to try things out with; null when the database
 * holds something else. Any number of processes may do so at once.
 */
export async function seedDemo(options: SeedOptions): Promise<Demo | null> {
  const { storage, entropy, issuer, folder } = options;
  const empty = await isEmpty(storage.committed);
  const kept = empty
    ? keptText(folder, demoFile, () => JSON.stringify(newDemo(entropy), null, 2))
    : readKept(folder, demoFile);
  if (kept === undefined) return null;
  const demo = JSON.parse(kept) as Demo;
  if (empty) await fill(options, demo);
  const isOurs = await storage.committed.clients.find(demo.clients.confidential.clientId);
  if (!isOurs) return null;
  await storage.write((all) => followIssuer(all, demo, issuer));
  return demo;
}
