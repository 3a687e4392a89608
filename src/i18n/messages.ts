import { account as arAccount } from "./ar/account.ts";
import { admin as arAdmin } from "./ar/admin.ts";
import { adminAudit as arAdminAudit } from "./ar/admin-audit.ts";
import { adminDashboard as arAdminDashboard } from "./ar/admin-dashboard.ts";
import { adminMaintenance as arAdminMaintenance } from "./ar/admin-maintenance.ts";
import { adminMessages as arAdminMessages } from "./ar/admin-messages.ts";
import { adminOperation as arAdminOperation } from "./ar/admin-operation.ts";
import { adminUsers as arAdminUsers } from "./ar/admin-users.ts";
import { application as arApplication } from "./ar/application.ts";
import { applicationForm as arApplicationForm } from "./ar/application-form.ts";
import { areas as arAreas } from "./ar/areas.ts";
import { audit as arAudit } from "./ar/audit.ts";
import { authorize as arAuthorize } from "./ar/authorize.ts";
import { demo as arDemo } from "./ar/demo.ts";
import { developer as arDeveloper } from "./ar/developer.ts";
import { docs as arDocs } from "./ar/docs.ts";
import { errorPage as arErrorPage } from "./ar/error-page.ts";
import { explorer as arExplorer } from "./ar/explorer.ts";
import { lab as arLab } from "./ar/lab.ts";
import { layout as arLayout } from "./ar/layout.ts";
import { mail as arMail } from "./ar/mail.ts";
import { maintenance as arMaintenance } from "./ar/maintenance.ts";
import { newPassword as arNewPassword } from "./ar/new-password.ts";
import { notices as arNotices } from "./ar/notices.ts";
import { outbox as arOutbox } from "./ar/outbox.ts";
import { passkey as arPasskey } from "./ar/passkey.ts";
import { picture as arPicture } from "./ar/picture.ts";
import { profile as arProfile } from "./ar/profile.ts";
import { recover as arRecover } from "./ar/recover.ts";
import { register as arRegister } from "./ar/register.ts";
import { scopes as arScopes } from "./ar/scopes.ts";
import { secondStep as arSecondStep } from "./ar/second-step.ts";
import { security as arSecurity } from "./ar/security.ts";
import { setup as arSetup } from "./ar/setup.ts";
import { home as arHome, signIn as arSignIn, signOut as arSignOut } from "./ar/sign-in.ts";
import { tryIt as arTryIt } from "./ar/try-it.ts";
import { whatsapp as arWhatsapp } from "./ar/whatsapp.ts";
import { account as enAccount } from "./en/account.ts";
import { admin as enAdmin } from "./en/admin.ts";
import { adminAudit as enAdminAudit } from "./en/admin-audit.ts";
import { adminDashboard as enAdminDashboard } from "./en/admin-dashboard.ts";
import { adminMaintenance as enAdminMaintenance } from "./en/admin-maintenance.ts";
import { adminMessages as enAdminMessages } from "./en/admin-messages.ts";
import { adminOperation as enAdminOperation } from "./en/admin-operation.ts";
import { adminUsers as enAdminUsers } from "./en/admin-users.ts";
import { application as enApplication } from "./en/application.ts";
import { applicationForm as enApplicationForm } from "./en/application-form.ts";
import { areas as enAreas } from "./en/areas.ts";
import { audit as enAudit } from "./en/audit.ts";
import { authorize as enAuthorize } from "./en/authorize.ts";
import { demo as enDemo } from "./en/demo.ts";
import { developer as enDeveloper } from "./en/developer.ts";
import { docs as enDocs } from "./en/docs.ts";
import { errorPage as enErrorPage } from "./en/error-page.ts";
import { explorer as enExplorer } from "./en/explorer.ts";
import { lab as enLab } from "./en/lab.ts";
import { layout as enLayout } from "./en/layout.ts";
import { mail as enMail } from "./en/mail.ts";
import { maintenance as enMaintenance } from "./en/maintenance.ts";
import { newPassword as enNewPassword } from "./en/new-password.ts";
import { notices as enNotices } from "./en/notices.ts";
import { outbox as enOutbox } from "./en/outbox.ts";
import { passkey as enPasskey } from "./en/passkey.ts";
import { picture as enPicture } from "./en/picture.ts";
import { profile as enProfile } from "./en/profile.ts";
import { recover as enRecover } from "./en/recover.ts";
import { register as enRegister } from "./en/register.ts";
import { scopes as enScopes } from "./en/scopes.ts";
import { secondStep as enSecondStep } from "./en/second-step.ts";
import { security as enSecurity } from "./en/security.ts";
import { setup as enSetup } from "./en/setup.ts";
import { home as enHome, signIn as enSignIn, signOut as enSignOut } from "./en/sign-in.ts";
import { tryIt as enTryIt } from "./en/try-it.ts";
import { whatsapp as enWhatsapp } from "./en/whatsapp.ts";
import { account as idAccount } from "./id/account.ts";
import { admin as idAdmin } from "./id/admin.ts";
import { adminAudit as idAdminAudit } from "./id/admin-audit.ts";
import { adminDashboard as idAdminDashboard } from "./id/admin-dashboard.ts";
import { adminMaintenance as idAdminMaintenance } from "./id/admin-maintenance.ts";
import { adminMessages as idAdminMessages } from "./id/admin-messages.ts";
import { adminOperation as idAdminOperation } from "./id/admin-operation.ts";
import { adminUsers as idAdminUsers } from "./id/admin-users.ts";
import { application as idApplication } from "./id/application.ts";
import { applicationForm as idApplicationForm } from "./id/application-form.ts";
import { areas as idAreas } from "./id/areas.ts";
import { audit as idAudit } from "./id/audit.ts";
import { authorize as idAuthorize } from "./id/authorize.ts";
import { demo as idDemo } from "./id/demo.ts";
import { developer as idDeveloper } from "./id/developer.ts";
import { docs as idDocs } from "./id/docs.ts";
import { errorPage as idErrorPage } from "./id/error-page.ts";
import { explorer as idExplorer } from "./id/explorer.ts";
import { lab as idLab } from "./id/lab.ts";
import { layout as idLayout } from "./id/layout.ts";
import { mail as idMail } from "./id/mail.ts";
import { maintenance as idMaintenance } from "./id/maintenance.ts";
import { newPassword as idNewPassword } from "./id/new-password.ts";
import { notices as idNotices } from "./id/notices.ts";
import { outbox as idOutbox } from "./id/outbox.ts";
import { passkey as idPasskey } from "./id/passkey.ts";
import { picture as idPicture } from "./id/picture.ts";
import { profile as idProfile } from "./id/profile.ts";
import { recover as idRecover } from "./id/recover.ts";
import { register as idRegister } from "./id/register.ts";
import { scopes as idScopes } from "./id/scopes.ts";
import { secondStep as idSecondStep } from "./id/second-step.ts";
import { security as idSecurity } from "./id/security.ts";
import { setup as idSetup } from "./id/setup.ts";
import { home as idHome, signIn as idSignIn, signOut as idSignOut } from "./id/sign-in.ts";
import { tryIt as idTryIt } from "./id/try-it.ts";
import { whatsapp as idWhatsapp } from "./id/whatsapp.ts";
import type { Locale } from "./locale.ts";
import type { Texts } from "./texts.ts";

const en = {
  authorize: enAuthorize,
  account: enAccount,
  admin: enAdmin,
  adminAudit: enAdminAudit,
  adminMaintenance: enAdminMaintenance,
  adminOperation: enAdminOperation,
  adminMessages: enAdminMessages,
  adminDashboard: enAdminDashboard,
  adminUsers: enAdminUsers,
  application: enApplication,
  applicationForm: enApplicationForm,
  areas: enAreas,
  audit: enAudit,
  developer: enDeveloper,
  demo: enDemo,
  docs: enDocs,
  errorPage: enErrorPage,
  explorer: enExplorer,
  lab: enLab,
  layout: enLayout,
  mail: enMail,
  maintenance: enMaintenance,
  newPassword: enNewPassword,
  notices: enNotices,
  outbox: enOutbox,
  passkey: enPasskey,
  picture: enPicture,
  profile: enProfile,
  recover: enRecover,
  register: enRegister,
  home: enHome,
  scopes: enScopes,
  setup: enSetup,
  secondStep: enSecondStep,
  security: enSecurity,
  signIn: enSignIn,
  signOut: enSignOut,
  tryIt: enTryIt,
  whatsapp: enWhatsapp,
};

/** Every text of every page, by feature; `en` decides the keys, a missing one does not compile. */
export type Messages = { readonly [K in keyof typeof en]: Texts<(typeof en)[K]> };

const id: Messages = {
  authorize: idAuthorize,
  account: idAccount,
  admin: idAdmin,
  adminAudit: idAdminAudit,
  adminMaintenance: idAdminMaintenance,
  adminOperation: idAdminOperation,
  adminMessages: idAdminMessages,
  adminDashboard: idAdminDashboard,
  adminUsers: idAdminUsers,
  application: idApplication,
  applicationForm: idApplicationForm,
  areas: idAreas,
  audit: idAudit,
  developer: idDeveloper,
  demo: idDemo,
  docs: idDocs,
  errorPage: idErrorPage,
  explorer: idExplorer,
  lab: idLab,
  layout: idLayout,
  mail: idMail,
  maintenance: idMaintenance,
  newPassword: idNewPassword,
  notices: idNotices,
  outbox: idOutbox,
  passkey: idPasskey,
  picture: idPicture,
  profile: idProfile,
  recover: idRecover,
  register: idRegister,
  home: idHome,
  scopes: idScopes,
  setup: idSetup,
  secondStep: idSecondStep,
  security: idSecurity,
  signIn: idSignIn,
  signOut: idSignOut,
  tryIt: idTryIt,
  whatsapp: idWhatsapp,
};

const ar: Messages = {
  authorize: arAuthorize,
  account: arAccount,
  admin: arAdmin,
  adminAudit: arAdminAudit,
  adminMaintenance: arAdminMaintenance,
  adminOperation: arAdminOperation,
  adminMessages: arAdminMessages,
  adminDashboard: arAdminDashboard,
  adminUsers: arAdminUsers,
  application: arApplication,
  applicationForm: arApplicationForm,
  areas: arAreas,
  audit: arAudit,
  developer: arDeveloper,
  demo: arDemo,
  docs: arDocs,
  errorPage: arErrorPage,
  explorer: arExplorer,
  lab: arLab,
  layout: arLayout,
  mail: arMail,
  maintenance: arMaintenance,
  newPassword: arNewPassword,
  notices: arNotices,
  outbox: arOutbox,
  passkey: arPasskey,
  picture: arPicture,
  profile: arProfile,
  recover: arRecover,
  register: arRegister,
  home: arHome,
  scopes: arScopes,
  setup: arSetup,
  secondStep: arSecondStep,
  security: arSecurity,
  signIn: arSignIn,
  signOut: arSignOut,
  tryIt: arTryIt,
  whatsapp: arWhatsapp,
};

const all: { readonly [L in Locale]: Messages } = { en, id, ar };

/** The texts of one language. */
export function messages(locale: Locale): Messages {
  return all[locale];
}
