/** So many random bytes, fit for secrets. */
export type Entropy = (length: number) => Uint8Array;

export const systemEntropy: Entropy = (length) => crypto.getRandomValues(new Uint8Array(length));

function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The SHA-256 of a text, base64url. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return base64url(new Uint8Array(digest));
}

/** 256 random bits as 43 characters that may stand in any URL. */
export function randomText(entropy: Entropy): string {
  return base64url(entropy(32));
}

/** At least 0 and below 1. */
export function fraction(entropy: Entropy): number {
  const [a = 0, b = 0, c = 0] = entropy(3);
  return (a * 65_536 + b * 256 + c) / 16_777_216;
}
