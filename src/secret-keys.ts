import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Config, readDatabaseUrl, readSecretKeys } from "./config.ts";
import { dataFolder, keptText } from "./data-folder.ts";
import type { Entropy } from "./protocol/ambient.ts";
import { deriveKey } from "./protocol/key-ring.ts";

const keptName = "secret.key";

/** The configured keys; in development one that is made beside the database at the first start and kept. */
export function secretKeys(config: Config, entropy: Entropy): readonly Uint8Array[] {
  if (config.secretKeys) return config.secretKeys;
  const folder = dataFolder(config.databaseUrl);
  const text = keptText(folder, keptName, () => Buffer.from(entropy(32)).toString("hex"));
  return [keyOf(text)];
}

function keyOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.trim(), "hex"));
}

/** The keys that a command can know of: SECRET_KEY, or the one that development keeps beside the database. Makes none. */
export function knownSecretKeys(environment: NodeJS.ProcessEnv): readonly Uint8Array[] {
  const configured = readSecretKeys(environment);
  if (configured) return configured;
  const folder = dataFolder(readDatabaseUrl(environment));
  const file = folder === null ? "" : join(folder, keptName);
  return existsSync(file) ? [keyOf(readFileSync(file, "utf8"))] : [];
}

/** Tells whether two keys are the same, and nothing else about them. */
export function fingerprint(key: Uint8Array): string {
  return Buffer.from(deriveKey(key, "fingerprint")).toString("hex").slice(0, 16);
}
