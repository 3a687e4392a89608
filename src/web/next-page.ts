import { isClientId } from "../protocol/registration/client-id.ts";

/** Pages that sign-in and the password question may lead back to, by name: no address ever comes from a request. */
const nextPages = {
  account: "/account",
  picture: "/account/picture",
  data: "/account/data",
  delete_account: "/account/delete",
  contacts: "/account/contacts",
  password: "/account/password",
  security: "/account/security",
  security_app: "/account/security/app",
  security_passkey: "/account/security/passkey",
  sessions: "/account/sessions",
  applications: "/account/applications",
  developer: "/developer",
  error_lab: "/developer/lab",
  register_application: "/developer/new",
  admin: "/admin",
  approvals: "/admin/approvals",
  admin_applications: "/admin/applications",
  users: "/admin/users",
  audit: "/admin/audit",
  maintenance: "/admin/maintenance",
  dashboard: "/admin/dashboard",
  messages: "/admin/messages",
  scopes: "/admin/scopes",
  settings: "/admin/settings",
  limits: "/admin/limits",
  new_user: "/admin/users/new",
} as const;

/** Pages of one application. */
const applicationPages = {
  application: (id: string) => `/developer/applications/${id}`,
  secret: (id: string) => `/developer/applications/${id}/secret`,
  errors: (id: string) => `/developer/applications/${id}/errors`,
  deletion: (id: string) => `/developer/applications/${id}/delete`,
  admin_application: (id: string) => `/admin/applications/${id}`,
} as const;

type ApplicationPage = keyof typeof applicationPages;

/** A page by its name, one of an application with its id, or the approval of a scope for one. */
export type NextPage =
  | keyof typeof nextPages
  | `${ApplicationPage}.${string}`
  | `approval.${string}.${string}`
  | `failed_request.${string}`
  | `admin_user.${number}`;

const userNumber = /^admin_user\.[1-9]\d{0,14}$/;
const requestId = /^[0-9a-f]{32}$/;
const scopeName = /^[a-z][a-z0-9]*(?:[-_.:][a-z0-9]+)*$/;

function pathOf(text: string): string | undefined {
  if (Object.hasOwn(nextPages, text)) return nextPages[text as keyof typeof nextPages];
  const [name = "", id = "", ...rest] = text.split(".");
  if (name === "admin_user") return userNumber.test(text) ? `/admin/users/${id}` : undefined;
  if (name === "failed_request") {
    return rest.length === 0 && requestId.test(id) ? `/developer/errors/${id}` : undefined;
  }
  if (!isClientId(id)) return undefined;
  const scope = rest.join(".");
  if (name === "approval") return scopeName.test(scope) ? `/admin/approvals/${id}/${scope}` : undefined;
  if (rest.length > 0 || !Object.hasOwn(applicationPages, name)) return undefined;
  return applicationPages[name as ApplicationPage](id);
}

export function isNextPage(name: string | undefined): name is NextPage {
  return name !== undefined && pathOf(name) !== undefined;
}

/** The path of a page by its name; the account page for every other text. */
export function nextPath(name: string | undefined): string {
  return pathOf(name ?? "") ?? nextPages.account;
}

/** The page of an application that an id in an address names; the list where that is no id. */
export function applicationPage(name: ApplicationPage, id: string | undefined): NextPage {
  return isClientId(id) ? `${name}.${id}` : "developer";
}

/** The way to a failing request that an id in an address names; the list of applications where that is no id. */
export function requestPage(id: string | undefined): NextPage {
  return id !== undefined && requestId.test(id) ? `failed_request.${id}` : "developer";
}
