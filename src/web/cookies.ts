import { getCookie } from "hono/cookie";
import type { AppContext } from "./context.ts";

/**
 * `device` outlives sign-in; `session` names the browser's sign-ins; `locale` keeps the language that was picked; `trusted`
 * proves that the second factor was given here.
 */
export type CookieName = "device" | "session" | "locale" | "trusted";

/**
 * Cookies know no ports: on `http://localhost` this server shares them with the applications that people try out there, and
 * `session` is what many frameworks call theirs.
 */
function fullName(c: AppContext, name: CookieName): string {
  return c.var.site.secure ? `__Host-${name}` : `mbid_${name}`;
}

export function readCookie(c: AppContext, name: CookieName): string | undefined {
  const value = getCookie(c, fullName(c, name));
  return value !== undefined && value.length <= 200 ? value : undefined;
}

/** `HttpOnly; SameSite=Lax; Path=/`, on https also `Secure` and `__Host-`; `maxAge` in seconds, 0 removes it. */
export function writeCookie(c: AppContext, name: CookieName, value: string, maxAge: number): void {
  const secure = c.var.site.secure ? "; Secure" : "";
  const cookie = `${fullName(c, name)}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
  c.header("Set-Cookie", cookie, { append: true });
}
