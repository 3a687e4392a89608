import type { BlockList } from "node:net";
import type { MiddlewareHandler } from "hono";
import type { AppContext, AppEnv } from "../../web/context.ts";
import { isAsset, isDevelopmentOnly, isProbe, wireFamily } from "../paths.ts";
import { isTrusted } from "./client-ip.ts";

/** The host that was asked for, behind a trusted proxy the one it was asked for; undefined when the proxy does not say. */
function askedHost(c: AppContext, proxies: BlockList | null): string | undefined {
  if (!isTrusted(c.env?.incoming?.socket?.remoteAddress, proxies)) return new URL(c.req.url).host;
  return c.req.header("x-forwarded-host")?.split(",").at(-1)?.trim().toLowerCase();
}

function toIssuer(c: AppContext): Response {
  const { pathname, search } = new URL(c.req.url);
  const reading = c.req.method === "GET" || c.req.method === "HEAD";
  // A form filled in under another host has that host's cookies: it begins anew.
  const location = c.get("site").issuer + pathname + (reading ? search : "");
  return c.body(null, reading ? 308 : 303, { Location: location, "Cache-Control": "no-store" });
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
    return asked === undefined || asked === host || forwards ? next() : toIssuer(c);
  };
}
