import type { MiddlewareHandler } from "hono";
import { apiError } from "../errors/catalogue-error.ts";
import type { AppContext, AppEnv } from "./context.ts";

const loopback = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/;

/** The socket itself, whatever proxies say of the client, and asked for under our own name (DNS rebinding). */
function isLocal(c: AppContext): boolean {
  const peer = c.env?.incoming?.socket?.remoteAddress ?? "";
  return loopback.test(peer) && c.req.header("host") === new URL(c.var.site.issuer).host;
}

/** For pages that show secrets: outside development, and for anybody but this very machine, they do not exist. */
export function developmentOnly(): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (!(c.var.site.development && isLocal(c))) throw apiError("resource_not_found", "path_unknown");
    await next();
  };
}
