import { crc32 } from "node:zlib";
import type { Entropy } from "../ambient.ts";
import { sha256 } from "../hash.ts";
import { type RowIds, rowIdLength } from "../row-id.ts";

const prefixes = {
  accessToken: "mbid_at_",
  refreshToken: "mbid_rt_",
  authorizationCode: "mbid_ac_",
  browser: "mbid_bs_",
  challenge: "mbid_ch_",
  setup: "mbid_su_",
} as const;

/** What an opaque token is for; each kind has a prefix that secret scanners can recognise. */
export type TokenKind = keyof typeof prefixes;

/** How a presented token is looked up: by `id`, then proven by `hash` in constant time. */
export interface TokenProof {
  readonly id: string;
  /** SHA-256 of the whole token, base64url. */
  readonly hash: string;
}

export interface MintedToken extends TokenProof {
  readonly token: string;
}

/** Random bytes of every one of them. */
export const secretBytes = 32;
const secretLength = 43;
const checksumLength = 7;
const shape = /^[a-z_]{8}[0-9a-z]{26}[A-Za-z0-9_-]{43}[0-9a-z]{7}$/;

function checksum(text: string): string {
  return crc32(text).toString(36).padStart(checksumLength, "0");
}

/** `<prefix><row id><256 random bits, base64url><CRC-32>`: 84 characters of `[A-Za-z0-9_-]`. */
export function mintToken(kind: TokenKind, ids: RowIds, entropy: Entropy): MintedToken {
  const id = ids();
  const body = prefixes[kind] + id + Buffer.from(entropy(secretBytes)).toString("base64url");
  const token = body + checksum(body);
  return { id, token, hash: sha256(token) };
}

/** Undefined when this server cannot have made it: wrong kind, shape or checksum. No database is asked for such a token. */
export function parseToken(kind: TokenKind, token: string): TokenProof | undefined {
  const prefix = prefixes[kind];
  if (!(token.startsWith(prefix) && shape.test(token))) return undefined;
  const end = prefix.length + rowIdLength + secretLength;
  // The digits of a number that is written in full are unlike any other's, so the numbers may be compared.
  if (crc32(token.slice(0, end)) !== Number.parseInt(token.slice(end), 36)) return undefined;
  return { id: token.slice(prefix.length, prefix.length + rowIdLength), hash: sha256(token) };
}

/** Which kind a token claims to be by its prefix. */
export function tokenKind(token: string): TokenKind | undefined {
  for (const [kind, prefix] of Object.entries(prefixes)) {
    if (token.startsWith(prefix)) return kind as TokenKind;
  }
  return undefined;
}
