import { sha256 } from "../protocol/hash.ts";
import type { AppContext } from "./context.ts";
import { readCookie, writeCookie } from "./cookies.ts";

const year = 365 * 86_400;
const made = new WeakMap<Request, string>();

/** The browser's device cookie, set when it has none: binds CSRF tokens and interactions to it, and outlives sign-in. */
export function deviceOf(c: AppContext): { readonly value: string; readonly hash: string } {
  const value = presentDevice(c) ?? made.get(c.req.raw) ?? newDevice(c);
  return { value, hash: sha256(value) };
}

/** The device cookie that came with the request, if it is one of ours by shape. */
export function presentDevice(c: AppContext): string | undefined {
  const value = readCookie(c, "device");
  return value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : undefined;
}

function newDevice(c: AppContext): string {
  const value = Buffer.from(c.var.site.entropy(32)).toString("base64url");
  made.set(c.req.raw, value);
  writeCookie(c, "device", value, year);
  return value;
}
