import type { ClientSecret, ClientWithSecrets } from "../../storage/port/clients.ts";
import type { Instant } from "../../storage/port/time.ts";
import type { Entropy } from "../ambient.ts";
import { sameHash, sha256 } from "../hash.ts";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const secretLength = 40;
/** The largest multiple of the alphabet below 256: bytes above it would favour its first letters. */
const fairBytes = 248;

/**
 * A client secret: 40 characters of `[A-Za-z0-9]`, 238 bits. Only these, so that it reads the same whether or not a
 * client form-encodes it before Basic (RFC 6749 §2.3.1). Stored as `sha256`: at this entropy a slow hash adds nothing.
 */
export function generateSecret(entropy: Entropy): string {
  let secret = "";
  while (secret.length < secretLength) {
    for (const byte of entropy(secretLength)) {
      if (byte < fairBytes && secret.length < secretLength) secret += alphabet.charAt(byte % alphabet.length);
    }
  }
  return secret;
}

export function secretsInForce({ secrets }: ClientWithSecrets, now: Instant): readonly ClientSecret[] {
  return secrets.filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
}

/** Stands in for the secret of a client that has none or does not exist; nothing hashes to it. */
const absent: ClientSecret = { hash: "0".repeat(43), createdAt: 0, expiresAt: 0 };

/** Whether the secret is one of those in force. Looks at all of them, and does the same work when there are none. */
export function secretMatches(secret: string, known: readonly ClientSecret[], now: Instant): boolean {
  const presented = sha256(secret);
  let matches = false;
  for (const { hash, expiresAt } of known.length > 0 ? known : [absent]) {
    const inForce = expiresAt === null || expiresAt > now;
    matches = (sameHash(presented, hash) && inForce) || matches;
  }
  return matches;
}
