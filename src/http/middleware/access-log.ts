import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { AppEnv } from "../../web/context.ts";
import { noteFinished } from "../finished.ts";
import type { Metrics } from "../metrics.ts";

/** The pattern of the route that answered: nothing that the client chose. */
function answeringRoute(path: string): string {
  return path === "*" || path === "/*" ? "unmatched" : path;
}

/** Notes each request when it is answered. */
export function accessLog(metrics: Metrics): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const began = performance.now();
    await next();
    const seconds = (performance.now() - began) / 1000;
    const route = answeringRoute(routePath(c));
    const { status } = c.res;
    noteFinished(
      { method: c.req.method, route, status, seconds, failure: c.get("failure") },
      metrics,
      c.get("log"),
    );
  };
}
