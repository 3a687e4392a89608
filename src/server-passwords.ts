import { availableParallelism } from "node:os";
import { bcryptInThread } from "./identity/bcrypt.ts";
import { importedPasswords } from "./identity/imported-password.ts";
import { type Passwords, passwords } from "./identity/password.ts";
import type { Entropy } from "./protocol/ambient.ts";
import type { Storage } from "./storage/port/storage.ts";

/** Passwords, and apart from them imported client secrets, that may wait for a bcrypt thread. */
export const bcryptQueue = 20;

/** Hashing for a server: half the cores are left to everything else. */
export function serverPasswords(storage: Storage, entropy: Entropy): Passwords {
  return passwords({
    concurrency: Math.ceil(availableParallelism() / 2),
    queueLimit: 100,
    entropy,
    imported: importedPasswords(storage, bcryptInThread(bcryptQueue)),
  });
}
