import type { AppContext } from "./context.ts";
import { deviceOf } from "./device.ts";

/** Milliseconds: pages stay open for a while before somebody picks a passkey. */
const lifetime = 3_600_000;

/** A challenge of ours that came back; `id` and `expiresAt` are what uses it up. */
export interface OwnChallenge {
  readonly id: string;
  readonly expiresAt: number;
}

/**
 * A WebAuthn challenge for this browser and one occasion ("sign-in", a session's confirmation). It is signed instead of
 * stored, so that looking at a page writes nothing; that it counts once is written down when it comes back.
 */
export function newPasskeyChallenge(c: AppContext, occasion: string): string {
  const { ids, clock, keys } = c.var.site;
  const facts = `${ids()}.${clock() + lifetime}`;
  const mac = keys.sign("passkey", `${facts} ${deviceOf(c).hash} ${occasion}`);
  return Buffer.from(`${facts}.${mac}`).toString("base64url");
}

/** Undefined for another browser's, another occasion's and an old one. */
export function readPasskeyChallenge(
  c: AppContext,
  occasion: string,
  challenge: string,
): OwnChallenge | undefined {
  const { clock, keys } = c.var.site;
  const text = Buffer.from(challenge, "base64url").toString();
  const [id = "", expiry = "", mac = ""] = text.split(".");
  const right = keys.verify("passkey", `${id}.${expiry} ${deviceOf(c).hash} ${occasion}`, mac);
  const expiresAt = Number(expiry);
  return right && expiresAt > clock() ? { id, expiresAt } : undefined;
}
