import { createHmac } from "node:crypto";
import type { Entropy } from "../protocol/ambient.ts";
import { sameHash } from "../protocol/hash.ts";
import type { Instant } from "../storage/port/time.ts";

/** Milliseconds of a time step (RFC 6238 §5.2 recommends 30 seconds, and apps know nothing else). */
const period = 30_000;

/**
 * Steps around the present one whose code is accepted: the one before, for people who type slowly, and the one after, for
 * phones whose clock is fast. Each further step would make guessing likelier by as much as the first.
 */
export const acceptedSteps = [-1, 0, 1] as const;

/** A secret for an authenticator app: 160 random bits (RFC 4226 §4). */
export function totpSecret(entropy: Entropy): Uint8Array {
  return entropy(20);
}

/** Digits of a code, as every authenticator app shows them. */
export const appCodeDigits = 6;

/** RFC 4226 §5.3 with HMAC-SHA-1, which is what every authenticator app computes. */
export function hotp(secret: Uint8Array, counter: number, digits = appCodeDigits): string {
  const moving = Buffer.alloc(8);
  moving.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac("sha1", secret).update(moving).digest();
  const offset = mac.readUInt8(mac.length - 1) % 16;
  const truncated = mac.readUInt32BE(offset) % 0x8000_0000;
  return String(truncated % 10 ** digits).padStart(digits, "0");
}

/** The number of the time step (RFC 6238 §4.2). */
export function totpStep(now: Instant): number {
  return (now - (now % period)) / period;
}

/** The accepted step whose code this is; every step is looked at, so that time tells nothing. */
export function matchingStep(secret: Uint8Array, code: string, now: Instant): number | undefined {
  const steps = acceptedSteps.map((skew) => totpStep(now) + skew);
  const matches = steps.filter((step) => sameHash(hotp(secret, step), code));
  return matches.at(-1);
}

const base32Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 4648 §6 without padding: how a person types a secret into an app. */
export function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => base32Digits.charAt(Number.parseInt(group.padEnd(5, "0"), 2))).join("");
}

/** What the QR code says: the key URI that authenticator apps read, naming the service and the account. */
export function totpUri(secret: Uint8Array, service: string, account: string): string {
  const label = `${encodeURIComponent(service)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(service)}&algorithm=SHA1&digits=6&period=30`;
}
