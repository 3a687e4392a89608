/** Pages that sign-in and the password question may lead back to, by name: no address ever comes from a request. */
const nextPages = {
  account: "/account",
  password: "/account/password",
  sessions: "/account/sessions",
  applications: "/account/applications",
  developer: "/developer",
  admin: "/admin",
} as const;

export type NextPage = keyof typeof nextPages;

export function isNextPage(name: string | undefined): name is NextPage {
  return name !== undefined && Object.hasOwn(nextPages, name);
}

/** The path of a page by its name; the account page for every other text. */
export function nextPath(name: string | undefined): string {
  return isNextPage(name) ? nextPages[name] : nextPages.account;
}
