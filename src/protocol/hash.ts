import { hash, timingSafeEqual } from "node:crypto";

/** SHA-256 as base64url: how every token, code, cookie and client secret of high entropy is stored. */
export function sha256(text: string): string {
  return hash("sha256", text, "base64url");
}

/** Compares two hashes in constant time; unequal lengths are unequal. */
export function sameHash(one: string, other: string): boolean {
  const a = Buffer.from(one);
  const b = Buffer.from(other);
  return a.length === b.length && timingSafeEqual(a, b);
}
