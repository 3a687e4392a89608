import { availableParallelism } from "node:os";
import { type Bcrypt, bcryptInThread } from "./identity/bcrypt.ts";
import { importedPasswords } from "./identity/imported-password.ts";
import { type Passwords, passwords } from "./identity/password.ts";
import type { Entropy } from "./protocol/ambient.ts";
import type { Storage } from "./storage/port/storage.ts";

/** A thread for what another server had hashed: one for passwords and another for client secrets, so that neither waits for the other. */
export function serverBcrypt(): Bcrypt {
  return bcryptInThread(20);
}

/** Hashing for a server: half the cores are left to everything else. */
export function serverPasswords(storage: Storage, entropy: Entropy): Passwords {
  return passwords({
    concurrency: Math.ceil(availableParallelism() / 2),
    queueLimit: 100,
    entropy,
    imported: importedPasswords(storage, serverBcrypt()),
  });
}
