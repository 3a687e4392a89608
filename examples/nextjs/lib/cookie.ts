import type { TokenSet } from "@mubarokah/client";

const { COOKIE_KEY = "" } = process.env;
const attributes = `Path=/; HttpOnly; SameSite=Lax${process.env["NODE_ENV"] === "production" ? "; Secure" : ""}`;

const key = crypto.subtle.importKey("raw", Buffer.from(COOKIE_KEY, "hex"), "AES-GCM", false, [
  "encrypt",
  "decrypt",
]);

/** `Set-Cookie` that holds the tokens, sealed; without tokens, one that ends it. */
export async function tokenCookie(tokens?: TokenSet): Promise<string> {
  if (!tokens) return `session=; Max-Age=0; ${attributes}`;
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(tokens));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key, text);
  const value = Buffer.concat([iv, new Uint8Array(sealed)]).toString("base64url");
  return `session=${value}; Max-Age=2592000; ${attributes}`;
}

/** The tokens of a request; undefined when there are none, or none that this server sealed. */
export async function tokensOf(request: Request): Promise<TokenSet | undefined> {
  const value = /\bsession=([\w-]+)/.exec(request.headers.get("Cookie") ?? "")?.[1];
  if (!value) return undefined;
  const sealed = Buffer.from(value, "base64url");
  try {
    const iv = sealed.subarray(0, 12);
    const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await key, sealed.subarray(12));
    return JSON.parse(new TextDecoder().decode(text)) as TokenSet;
  } catch {
    return undefined;
  }
}
