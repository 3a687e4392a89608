import { timingSafeEqual } from "node:crypto";
import type { Entropy } from "../protocol/ambient.ts";
import { type ImportedPasswords, matchesImported } from "./imported-password.ts";
import {
  computeTag,
  formatPasswordHash,
  type HashCost,
  type PasswordHash,
  parsePasswordHash,
} from "./password-hash.ts";
import { workQueue } from "./work-queue.ts";

/** Hashes and verifies passwords off the main thread. Both reject with `Overloaded` when too many wait. */
export interface Passwords {
  /** Argon2id as a PHC string with a salt of its own. */
  hash(password: string): Promise<string>;
  /** `null` (no such account, or one without a password) costs the same time as a wrong password. */
  verify(hash: string | null, password: string): Promise<boolean>;
  /** The hash was made with other parameters than today's. */
  needsRehash(hash: string): boolean;
}

export interface PasswordSettings {
  /** Hashes computed at once; half the cores leave the other half to everything else. */
  readonly concurrency: number;
  /** How many others may wait. */
  readonly queueLimit: number;
  readonly entropy: Entropy;
  /** Of new hashes, where it is not today's for passwords that people think of. */
  readonly cost?: HashCost;
  /** Left out where nothing but own hashes is verified. */
  readonly imported?: ImportedPasswords;
}

/** OWASP's first recommendation for Argon2id: 19 MiB, two passes, one lane. */
const usualCost: HashCost = { memory: 19_456, passes: 2, parallelism: 1 };
/** For random passwords, which nobody can guess at any price: less memory, which the process would keep. Renewed at the first sign-in. */
export const randomSecretCost: HashCost = { memory: 1_024, passes: 2, parallelism: 1 };
const saltLength = 16;
const tagLength = 32;

const nobody: PasswordHash = {
  algorithm: "argon2id",
  ...usualCost,
  salt: new Uint8Array(saltLength),
  tag: new Uint8Array(tagLength),
};

function isCurrent(hash: PasswordHash): boolean {
  const sameCost =
    hash.memory === usualCost.memory &&
    hash.passes === usualCost.passes &&
    hash.parallelism === usualCost.parallelism;
  return hash.algorithm === "argon2id" && sameCost && hash.tag.length === tagLength;
}

export function passwords({
  concurrency,
  queueLimit,
  entropy,
  imported,
  cost = usualCost,
}: PasswordSettings): Passwords {
  const inTurn = workQueue(concurrency, queueLimit);
  return {
    async hash(password) {
      const made = { algorithm: "argon2id", ...cost, salt: entropy(saltLength) } as const;
      const tag = await inTurn(() => computeTag(password, made, tagLength));
      return formatPasswordHash({ ...made, tag });
    },
    async verify(hash, password) {
      const stored = hash === null ? undefined : parsePasswordHash(hash);
      const { tag, ...made } = stored ?? nobody;
      const computed = await inTurn(() => computeTag(password, made, tag.length));
      if (timingSafeEqual(computed, tag) && stored !== undefined) return true;
      return imported ? matchesImported(imported, hash, password) : false;
    },
    needsRehash(hash) {
      const stored = parsePasswordHash(hash);
      return stored === undefined || !isCurrent(stored);
    },
  };
}
