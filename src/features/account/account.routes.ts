import { Hono } from "hono";
import type { Account } from "../../web/browser-session.ts";
import type { AppContext, AppEnv } from "../../web/context.ts";
import type { SubmittedForm } from "../../web/form.tsx";
import type { NextPage } from "../../web/next-page.ts";
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

type Handle = (
  c: AppContext,
  deps: PasswordDependencies,
  account: Account,
  form: SubmittedForm,
) => Promise<Response>;

/** Forms that ask for a password, or set one. */
function formsWith(deps: PasswordDependencies) {
  return (page: NextPage, handle: Handle) =>
    withAccountForm(page, (c, account, form) => handle(c, deps, account, form));
}

/** What is held about a person: the picture of themselves, all of it as a file, the end of it. */
function dataRoutes(deps: PasswordDependencies): Hono<AppEnv> {
  const withPasswords = formsWith(deps);
  return new Hono<AppEnv>()
    .get("/account/picture", withAccount("picture", showPicture))
    .post("/account/picture", withAccountUpload("picture", readOwnPicture, savePicture))
    .post("/account/picture/remove", withAccountForm("picture", removePicture))
    .get("/account/data", withAccount("data", showData))
    .post("/account/data", withPasswords("data", downloadData))
    .get("/account/delete", withAccount("delete_account", showDeletion))
    .post("/account/delete", withPasswords("delete_account", deleteAccount));
}

/** What people see and change of their own account. */
export function accountRoutes(deps: PasswordDependencies): Hono<AppEnv> {
  const withPasswords = formsWith(deps);
  return new Hono<AppEnv>()
    .route("/", dataRoutes(deps))
    .get("/account", withAccount("account", showProfile))
    .post("/account", withAccountForm("account", saveProfile))
    .post("/account/language", withAccountForm("account", saveLanguage))
    .post("/account/switch", withAccountForm("account", switchAccount))
    .get("/account/password", withAccount("password", showPassword))
    .post("/account/password", withPasswords("password", changePassword))
    .get(
      "/account/confirm",
      withAccount("security", (c, account) => showConfirm(c, account, c.req.query("next"))),
    )
    .post("/account/confirm", withPasswords("security", confirm))
    .get("/account/contacts", withAccount("contacts", showContacts))
    .post("/account/contacts", withPasswords("contacts", wantContact))
    .get("/account/contacts/code", withAccount("contacts", showContactCode))
    .post("/account/contacts/code", withPasswords("contacts", proveContact))
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
