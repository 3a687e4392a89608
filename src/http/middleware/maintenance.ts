import type { MiddlewareHandler } from "hono";
import { apiError } from "../../errors/catalogue-error.ts";
import { isAtLeast } from "../../identity/role.ts";
import { announcementOf } from "../../web/announcement.tsx";
import { currentAccount } from "../../web/browser-session.ts";
import type { AppContext, AppEnv } from "../../web/context.ts";
import { renderErrorPage } from "../../web/error-page.tsx";
import { isAsset, isDevelopmentOnly, wireFamily } from "../paths.ts";

/** Nothing that a person reads in our frame. */
function noPage(path: string): boolean {
  return wireFamily(path) !== null || isAsset(path) || isDevelopmentOnly(path);
}

/** Stays up (contract §10): the way in for admins, the documentation, and what decides for itself because applications call it. */
function decidesItself(path: string): boolean {
  return /^\/(login(\/.+)?|logout|oauth\/authorize|docs(\/.*)?|llms\.txt)$/.test(path);
}

async function isAdmin(c: AppContext): Promise<boolean> {
  const account = await currentAccount(c);
  return account !== undefined && isAtLeast(account.user.role, "admin");
}

/**
 * During maintenance people get a page that says so, with the operator's own words; admins go on working, and where it is
 * read-only everybody goes on looking at what is there.
 */
export function maintenancePages(): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { path, method } = c.req;
    if (noPage(path)) return next();
    const { maintenance, planned } = c.get("site");
    const announced = await maintenance();
    c.set("announcement", announcementOf(announced, await planned()));
    if (!announced || decidesItself(path) || (await isAdmin(c))) return next();
    if (announced.readOnly && (method === "GET" || method === "HEAD")) return next();
    // The page itself says it, at greater length.
    c.set("announcement", undefined);
    const error = apiError("service_unavailable", "maintenance", {}, { retryAfter: announced.retryAfter });
    return renderErrorPage(c, error, { note: announced.message });
  };
}
