import type { MiddlewareHandler } from "hono";
import { rehearsedHeader } from "../errors/headers.ts";
import { answer, tell } from "./answer.ts";
import type { AppEnv } from "./context.ts";

/** What scripts of any origin may call. Pages are not among it: nothing that reads a cookie is. */
const open = /^\/(oauth\/(token|revoke)$|api(\/|$)|\.well-known\/)/;

const exposed = [
  "Retry-After",
  "X-RateLimit-Limit",
  "X-RateLimit-Remaining",
  "X-RateLimit-Reset",
  "RateLimit",
  "RateLimit-Policy",
  "WWW-Authenticate",
  "X-Request-Id",
  rehearsedHeader,
].join(", ");

const allowed = { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": exposed };

/** What the answers of a path tell a script's browser, whatever they say. */
export function openHeaders(path: string): Readonly<Record<string, string>> {
  return open.test(path) ? allowed : {};
}

/** `*` covers every header but `Authorization`, as long as no credentials are allowed, and here they never are. */
const preflight = {
  "Access-Control-Allow-Methods": "GET, HEAD, POST, PATCH",
  "Access-Control-Allow-Headers": "Authorization, *",
  "Access-Control-Max-Age": "86400",
};

/**
 * CORS of contract §3, for the whole application: it stands before everything that may refuse a request, so that a
 * script can read every error. It answers preflights itself, whatever the path below.
 */
export function crossOrigin(): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (!open.test(c.req.path)) return next();
    const preflighted =
      c.req.method === "OPTIONS" && c.req.header("access-control-request-method") !== undefined;
    tell(c, preflighted ? { "Access-Control-Allow-Origin": "*" } : allowed);
    return preflighted ? answer(c, null, 204, preflight) : next();
  };
}
