import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from "node:crypto";
import type { Entropy } from "./ambient.ts";
import { sameHash } from "./hash.ts";

/** What a derived key is for; one key never serves two purposes. */
export type KeyPurpose =
  | "csrf"
  | "consent"
  | "message"
  | "one-time-code"
  | "notice"
  | "totp"
  | "recovery-code"
  | "passkey"
  | "cursor"
  | "registration"
  | "try";

/** The server's secret keys: the first one makes, all of them open and verify, so that keys can be changed without loss. */
export interface KeyRing {
  /** AES-256-GCM, base64url; `context` must be the same when opening. */
  seal(purpose: KeyPurpose, text: string, context: string): string;
  /** Undefined when no key opens it. */
  open(purpose: KeyPurpose, sealed: string, context: string): string | undefined;
  /** HMAC-SHA-256, base64url. */
  sign(purpose: KeyPurpose, text: string): string;
  /** In constant time, against every key. */
  verify(purpose: KeyPurpose, text: string, signature: string): boolean;
}

/** AES-256-GCM with a random 96-bit nonce: nonce, tag and ciphertext as base64url. */
export function encrypt(key: Uint8Array, text: string, context: string, entropy: Entropy): string {
  const nonce = entropy(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
}

/** Undefined when key or context differ or a bit was changed. */
export function decrypt(key: Uint8Array, sealed: string, context: string): string | undefined {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < 28) return undefined;
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12)).setAAD(Buffer.from(context));
  decipher.setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}

/** A 256-bit key from secret material by HKDF-SHA-256 (RFC 5869). */
export function deriveKey(material: Uint8Array | string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", material, "", `mubarokah-id ${purpose}`, 32));
}

/** `secrets`: at least one key of 32 bytes, the first in use. */
export function keyRing(secrets: readonly Uint8Array[], entropy: Entropy): KeyRing {
  const derived = new Map<KeyPurpose, readonly Uint8Array[]>();
  const keys = (purpose: KeyPurpose) => {
    const known = derived.get(purpose);
    if (known) return known;
    const made = secrets.map((secret) => deriveKey(secret, purpose));
    derived.set(purpose, made);
    return made;
  };
  const current = (purpose: KeyPurpose) => {
    const [first] = keys(purpose);
    if (!first) throw new TypeError("A key ring needs a key");
    return first;
  };
  const mac = (key: Uint8Array, text: string) => createHmac("sha256", key).update(text).digest("base64url");
  return {
    seal: (purpose, text, context) => encrypt(current(purpose), text, context, entropy),
    open(purpose, sealed, context) {
      for (const key of keys(purpose)) {
        const text = decrypt(key, sealed, context);
        if (text !== undefined) return text;
      }
      return undefined;
    },
    sign: (purpose, text) => mac(current(purpose), text),
    verify: (purpose, text, signature) => keys(purpose).some((key) => sameHash(mac(key, text), signature)),
  };
}
