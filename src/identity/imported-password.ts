import { bcryptCost, bcryptOfNobody } from "../protocol/bcrypt-hash.ts";
import type { Storage } from "../storage/port/storage.ts";
import type { Bcrypt } from "./bcrypt.ts";

/** Setting with the highest cost of the bcrypt hashes that came with an import. */
export const importedCostSetting = "imported_bcrypt_cost";

export interface ImportedPasswords {
  readonly bcrypt: Bcrypt;
  /** Undefined when no import brought any. */
  readonly highestCost: () => Promise<number | undefined>;
}

export function importedPasswords({ committed }: Storage, bcrypt: Bcrypt): ImportedPasswords {
  const highestCost = async () => {
    const cost = await committed.settings.get(importedCostSetting);
    return cost === undefined ? undefined : Number(cost);
  };
  return { bcrypt, highestCost };
}

/**
 * Whether a password fits a bcrypt hash that was imported. Whatever is wrong takes as long as the most expensive hash would: an
 * unknown account, one that has a hash of this server's own by now, and one of a lower cost, since 2^c + (2^c + … + 2^(m-1)) = 2^m.
 */
export async function matchesImported(
  { bcrypt, highestCost }: ImportedPasswords,
  hash: string | null,
  password: string,
): Promise<boolean> {
  const highest = await highestCost();
  const cost = hash === null ? undefined : bcryptCost(hash);
  if (hash === null || cost === undefined) {
    if (highest !== undefined) await bcrypt.matches(bcryptOfNobody(highest), password);
    return false;
  }
  if (await bcrypt.matches(hash, password)) return true;
  for (let filled = cost; filled < (highest ?? cost); filled++) {
    await bcrypt.matches(bcryptOfNobody(filled), password);
  }
  return false;
}
