import type { MiddlewareHandler } from "hono";
import { apiError, oauthError } from "../../errors/catalogue-error.ts";
import type { AppEnv } from "../../web/context.ts";
import type { Pressure } from "../pressure.ts";

/** Turns a request away before anything is done for it when too many are under way. Probes stand before it. */
export function shed(pressure: Pressure): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const leave = pressure.enter();
    if (!leave) {
      throw c.req.path.startsWith("/oauth/")
        ? oauthError("temporarily_unavailable", "overloaded")
        : apiError("service_unavailable", "overloaded");
    }
    try {
      await next();
    } finally {
      leave();
    }
  };
}
