import { hash } from "node:crypto";

/** SHA-256 as base64url: how every token, code, cookie and client secret of high entropy is stored. */
export function sha256(text: string): string {
  return hash("sha256", text, "base64url");
}

/**
 * Compares two hashes in constant time, looking at every character; unequal lengths are unequal. The two buffers that
 * `timingSafeEqual` wants take ten times as long.
 */
export function sameHash(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let i = 0; i < one.length; i++) difference |= one.charCodeAt(i) ^ other.charCodeAt(i);
  return difference === 0;
}
