import type { MiddlewareHandler } from "hono";
import { apiError, oauthError } from "../../errors/catalogue-error.ts";
import type { AppEnv } from "../../web/context.ts";
import type { Pressure } from "../pressure.ts";

/** Takes a place for a request, to be left when it is answered; throws when too many are under way. */
export function takePlace(pressure: Pressure, path: string): () => void {
  const leave = pressure.enter();
  if (leave) return leave;
  throw path.startsWith("/oauth/")
    ? oauthError("temporarily_unavailable", "overloaded")
    : apiError("service_unavailable", "overloaded");
}

/** Turns a request away before anything is done for it when too many are under way. Probes stand before it. */
export function shed(pressure: Pressure): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const leave = takePlace(pressure, c.req.path);
    try {
      await next();
    } finally {
      leave();
    }
  };
}
