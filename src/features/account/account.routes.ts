import { Hono } from "hono";
import type { AppEnv } from "../../web/context.ts";
import { removeAccess, showApplications } from "./applications.tsx";
import { confirm, showConfirm } from "./confirm.ts";
import { proveContact, showContactCode, showContacts, wantContact } from "./contacts/contacts.tsx";
import { deleteAccount, showDeletion } from "./deletion.tsx";
import { changePassword, type PasswordDependencies, showPassword } from "./password.ts";
import { downloadData, showData } from "./person-data/data.tsx";
import { readOwnPicture, removePicture, savePicture, showPicture } from "./picture.tsx";
import { saveLanguage, saveProfile, showProfile, switchAccount } from "./profile.ts";
import { setUpApp, showAppSetup } from "./security/app.tsx";
import { addPasskey, showNewPasskey } from "./security/new-passkey.tsx";
import { changePasskey } from "./security/passkeys.ts";
import { changeSecurity, showSecurity } from "./security/security.ts";
import { endSessions, showSessions } from "./sessions.tsx";
import { withAccount, withAccountForm, withAccountUpload } from "./with-account.ts";

/** What is held about a person: the picture of themselves, all of it as a file, the end of it. */
function dataRoutes(deps: PasswordDependencies): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/account/picture", withAccount("picture", showPicture))
    .post("/account/picture", withAccountUpload("picture", readOwnPicture, savePicture))
    .post("/account/picture/remove", withAccountForm("picture", removePicture))
    .get("/account/data", withAccount("data", showData))
    .post(
      "/account/data",
      withAccountForm("data", (c, account, form) => downloadData(c, deps, account, form)),
    )
    .get("/account/delete", withAccount("delete_account", showDeletion))
    .post(
      "/account/delete",
      withAccountForm("delete_account", (c, account, form) => deleteAccount(c, deps, account, form)),
    );
}

/** What people see and change of their own account. */
export function accountRoutes(deps: PasswordDependencies): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route("/", dataRoutes(deps))
    .get("/account", withAccount("account", showProfile))
    .post("/account", withAccountForm("account", saveProfile))
    .post("/account/language", withAccountForm("account", saveLanguage))
    .post("/account/switch", withAccountForm("account", switchAccount))
    .get("/account/password", withAccount("password", showPassword))
    .post(
      "/account/password",
      withAccountForm("password", (c, account, form) => changePassword(c, deps, account, form)),
    )
    .get(
      "/account/confirm",
      withAccount("security", (c, account) => showConfirm(c, account, c.req.query("next"))),
    )
    .post(
      "/account/confirm",
      withAccountForm("security", (c, account, form) => confirm(c, deps, account, form)),
    )
    .get("/account/contacts", withAccount("contacts", showContacts))
    .post(
      "/account/contacts",
      withAccountForm("contacts", (c, account, form) => wantContact(c, deps, account, form)),
    )
    .get("/account/contacts/code", withAccount("contacts", showContactCode))
    .post(
      "/account/contacts/code",
      withAccountForm("contacts", (c, account, form) => proveContact(c, deps, account, form)),
    )
    .get("/account/security", withAccount("security", showSecurity))
    .post("/account/security", withAccountForm("security", changeSecurity))
    .get("/account/security/app", withAccount("security_app", showAppSetup))
    .post("/account/security/app", withAccountForm("security_app", setUpApp))
    .get("/account/security/passkey", withAccount("security_passkey", showNewPasskey))
    .post("/account/security/passkey", withAccountForm("security_passkey", addPasskey))
    .post("/account/security/passkeys", withAccountForm("security", changePasskey))
    .get("/account/sessions", withAccount("sessions", showSessions))
    .post("/account/sessions", withAccountForm("sessions", endSessions))
    .get("/account/applications", withAccount("applications", showApplications))
    .post("/account/applications", withAccountForm("applications", removeAccess));
}
