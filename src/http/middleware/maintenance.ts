import type { MiddlewareHandler } from "hono";
import { apiError } from "../../errors/catalogue-error.ts";
import { isAtLeast } from "../../identity/role.ts";
import { currentAccount } from "../../web/browser-session.ts";
import type { AppContext, AppEnv } from "../../web/context.ts";
import { renderErrorPage } from "../../web/error-page.tsx";
import { isAsset, isDevelopmentOnly, wireFamily } from "../paths.ts";

/** Stays up (contract §10): the way in for admins, the documentation, and what decides for itself because applications call it. */
function decidesItself(path: string): boolean {
  if (wireFamily(path) || isAsset(path) || isDevelopmentOnly(path)) return true;
  return /^\/(login(\/.+)?|logout|oauth\/authorize|docs(\/.*)?|llms\.txt)$/.test(path);
}

async function isAdmin(c: AppContext): Promise<boolean> {
  const account = await currentAccount(c);
  return account !== undefined && isAtLeast(account.user.role, "admin");
}

/** During maintenance people get a page that says so, with the operator's own words; admins go on working. */
export function maintenancePages(): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (decidesItself(c.req.path)) return next();
    const announced = await c.get("site").maintenance();
    if (!announced || (await isAdmin(c))) return next();
    const error = apiError("service_unavailable", "maintenance", {}, { retryAfter: announced.retryAfter });
    return renderErrorPage(c, error, { note: announced.message });
  };
}
