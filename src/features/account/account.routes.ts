import { Hono } from "hono";
import type { AppEnv } from "../../web/context.ts";
import { removeAccess, showApplications } from "./applications.tsx";
import { confirm, confirmPage } from "./confirm.tsx";
import { passwordPage } from "./password.page.tsx";
import { changePassword, type PasswordDependencies } from "./password.ts";
import { saveLanguage, saveProfile, showProfile, switchAccount } from "./profile.ts";
import { endSessions, showSessions } from "./sessions.tsx";
import { withAccount, withAccountForm } from "./with-account.ts";

/** What people see and change of their own account. */
export function accountRoutes(deps: PasswordDependencies): Hono<AppEnv> {
  const { passwords } = deps;
  return new Hono<AppEnv>()
    .get("/account", withAccount("account", showProfile))
    .post("/account", withAccountForm("account", saveProfile))
    .post("/account/language", withAccountForm("account", saveLanguage))
    .post("/account/switch", withAccountForm("account", switchAccount))
    .get(
      "/account/password",
      withAccount("password", (c, account) => passwordPage(c, account)),
    )
    .post(
      "/account/password",
      withAccountForm("password", (c, account, form) => changePassword(c, deps, account, form)),
    )
    .get(
      "/account/confirm",
      withAccount("sessions", (c, account) => confirmPage(c, account, c.req.query("next"))),
    )
    .post(
      "/account/confirm",
      withAccountForm("sessions", (c, account, form) => confirm(c, passwords, account, form)),
    )
    .get("/account/sessions", withAccount("sessions", showSessions))
    .post("/account/sessions", withAccountForm("sessions", endSessions))
    .get("/account/applications", withAccount("applications", showApplications))
    .post("/account/applications", withAccountForm("applications", removeAccess));
}
