import type { Config } from "./config.ts";
import { dataFolder, keptText } from "./data-folder.ts";
import type { Entropy } from "./protocol/ambient.ts";

/** The configured keys; in development one that is made beside the database at the first start and kept. */
export function secretKeys(config: Config, entropy: Entropy): readonly Uint8Array[] {
  if (config.secretKeys) return config.secretKeys;
  const folder = dataFolder(config.databaseUrl);
  const text = keptText(folder, "secret.key", () => Buffer.from(entropy(32)).toString("hex"));
  return [new Uint8Array(Buffer.from(text.trim(), "hex"))];
}
