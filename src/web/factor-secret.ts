import type { Site } from "./context.ts";

/** The secret of an authenticator app as it is stored, or as a form carries it while the app is being set up. */
export function sealSecret({ keys }: Pick<Site, "keys">, secret: Uint8Array, context: string): string {
  return keys.seal("totp", Buffer.from(secret).toString("base64url"), context);
}

/** Undefined when there is none, or it was sealed for something else or with a key that is gone. */
export function openSecret(
  { keys }: Pick<Site, "keys">,
  sealed: string | null | undefined,
  context: string,
): Uint8Array | undefined {
  const text = sealed ? keys.open("totp", sealed, context) : undefined;
  return text === undefined ? undefined : Buffer.from(text, "base64url");
}
