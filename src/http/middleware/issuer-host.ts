import type { BlockList } from "node:net";
import type { MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import { apiError } from "../../errors/catalogue-error.ts";
import type { AppContext, AppEnv } from "../../web/context.ts";
import { isAsset, isDevelopmentOnly, isProbe, wireFamily } from "../paths.ts";
import { isTrusted } from "./client-ip.ts";

/** The host that was asked for, behind a trusted proxy the one it was asked for; undefined when the proxy does not say. */
function askedHost(c: AppContext, proxies: BlockList | null): string | undefined {
  if (!isTrusted(c.env?.incoming?.socket?.remoteAddress, proxies)) return new URL(c.req.url).host;
  return c.req.header("x-forwarded-host")?.split(",").at(-1)?.trim().toLowerCase();
}

/** Remembers for some seconds how often this browser was sent to the issuer. */
const movedCookie = "moved";
const movedSeconds = 10;
/** By chance nobody is sent there so often in so short a time; who arrives each time anew was there already. */
const mostMoves = 3;

function movesOf(c: AppContext): number {
  return Number(/^\d$/.exec(getCookie(c, movedCookie) ?? "")?.[0] ?? 0);
}

/** The proxy was asked under the issuer's name and says so, but its word does not count; or the redirect comes back for ever. */
function goesInCircles(c: AppContext, host: string): boolean {
  return c.req.header("x-forwarded-host")?.trim().toLowerCase() === host || movesOf(c) >= mostMoves;
}

function toIssuer(c: AppContext, host: string): Response {
  if (goesInCircles(c, host)) {
    c.get("log").warn({}, "ISSUER, TRUST_PROXY and what the proxy sends do not fit: see proxy_misconfigured");
    throw apiError("service_unavailable", "proxy_misconfigured");
  }
  const { pathname, search } = new URL(c.req.url);
  const reading = c.req.method === "GET" || c.req.method === "HEAD";
  // A form filled in under another host has that host's cookies: it begins anew.
  const location = c.get("site").issuer + pathname + (reading ? search : "");
  return c.body(null, reading ? 308 : 303, {
    Location: location,
    "Cache-Control": "no-store",
    "Set-Cookie": `${movedCookie}=${movesOf(c) + 1}; Path=/; Max-Age=${movedSeconds}; HttpOnly; SameSite=Lax`,
  });
}

/**
 * Pages live under the issuer and nowhere else (contract §10): asked for under another host they redirect there. What
 * exists in development only does not even do that.
 */
export function issuerHost(proxies: BlockList | null): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { path } = c.req;
    if (wireFamily(path) || isProbe(path) || isAsset(path) || isDevelopmentOnly(path)) return next();
    const { host } = new URL(c.get("site").issuer);
    const asked = askedHost(c, proxies);
    // RFC 6749 §3.1: the authorization endpoint takes POST as well; it reads no cookie of this host.
    const forwards = path === "/oauth/authorize" && c.req.method === "POST";
    return asked === undefined || asked === host || forwards ? next() : toIssuer(c, host);
  };
}
