import type { Entropy } from "../ambient.ts";
import { decrypt, deriveKey, encrypt } from "../key-ring.ts";

const purpose = "refresh-replay";

/** Keeps a response so that only the presented refresh token opens it: the database alone, even with the server's key, cannot. */
export function sealReplay(response: string, token: string, tokenId: string, entropy: Entropy): string {
  return encrypt(deriveKey(token, purpose), response, tokenId, entropy);
}

/** Undefined when it is not the response of this token's rotation. */
export function openReplay(sealed: string, token: string, tokenId: string): string | undefined {
  return decrypt(deriveKey(token, purpose), sealed, tokenId);
}
