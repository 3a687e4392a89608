import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { AppEnv } from "../../web/context.ts";
import type { Metrics } from "../metrics.ts";

/** The pattern of the route that answered: nothing that the client chose. */
function answeringRoute(path: string): string {
  return path === "*" || path === "/*" ? "unmatched" : path;
}

/**
 * One line and one count for each request: never its path, query, address or body, which may hold tokens, codes and
 * names; the request id leads to the rest. What an application rehearses gets its line and no count.
 */
export function accessLog(metrics: Metrics): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const began = performance.now();
    await next();
    const milliseconds = performance.now() - began;
    const failure = c.get("failure");
    const { method } = c.req;
    const { status } = c.res;
    const route = answeringRoute(routePath(c));
    const rehearsed = failure?.extras.rehearsed;
    if (!rehearsed) metrics.count({ method, route, status, seconds: milliseconds / 1000, failure });
    const named = failure && {
      code: failure.code,
      reason: failure.reason,
      ...(rehearsed ? { rehearsed } : {}),
    };
    const ms = Math.round(milliseconds * 10) / 10;
    c.get("log").info({ method: method.slice(0, 20), route, status, ms, ...named }, "request");
  };
}
