import { sha256 } from "./hash.ts";

/** RFC 7636 §4.1: 43 to 128 unreserved characters. */
export function isVerifier(text: string): boolean {
  return /^[A-Za-z0-9\-._~]{43,128}$/.test(text);
}

/** The S256 challenge of a verifier (RFC 7636 §4.2): `BASE64URL(SHA256(verifier))`. */
export function challengeOf(verifier: string): string {
  return sha256(verifier);
}

/** 43 characters of base64url: the only shape that an S256 challenge can have; anything else could never be met. */
export function isChallenge(text: string): boolean {
  return /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/.test(text);
}
