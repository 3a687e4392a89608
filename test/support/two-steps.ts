import { expect } from "vitest";
import type { ApiSeed } from "./api-seed.ts";
import type { Person } from "./application.ts";
import { AuthenticatorApp } from "./authenticator-app.ts";
import { aPerson, type KnownPerson, signInAs } from "./people.ts";
import { type Page, Visitor } from "./visitor.ts";

/** Somebody who is asked for a code of their app after the password. */
export interface TwoStepPerson {
  readonly person: KnownPerson;
  readonly app: AuthenticatorApp;
  readonly recoveryCodes: readonly string[];
  /** The browser in which it was set up, still signed in. */
  readonly home: Visitor;
}

/** The recovery codes that a page shows. */
export function shownCodes(page: Page): string[] {
  return Array.from(
    page.text.matchAll(/<li><code>([0-9a-z]{5}-[0-9a-z]{5})<\/code><\/li>/g),
    ([, code = ""]) => code,
  );
}

/** The app that scans the setup page. */
export function scan(page: Page): AuthenticatorApp {
  const key = /<p class="key"><code>([A-Z2-7 ]+)<\/code>/.exec(page.text)?.[1] ?? "";
  expect(key.replaceAll(" ", "")).toHaveLength(32);
  return new AuthenticatorApp(key.replaceAll(" ", ""));
}

/** Sets an app up on the account's pages. */
export async function withApp(seed: ApiSeed, person?: KnownPerson): Promise<TwoStepPerson> {
  const somebody = person ?? (await aPerson(seed));
  const home = new Visitor(seed.server.origin);
  await signInAs(home, somebody);
  const page = await home.get("/account/security/app");
  const app = scan(page);
  const done = await home.submit(page, { code: await app.next() });
  const recoveryCodes = shownCodes(done);
  expect([done.status, recoveryCodes.length]).toEqual([200, 8]);
  return { person: somebody, app, recoveryCodes, home };
}

/** Gives the password; resolves to the page that asks for the second step. */
export async function firstStep(visitor: Visitor, person: Person, path?: string): Promise<Page> {
  return visitor.follow(await signInAs(visitor, person, path));
}

/** Whether somebody is signed in in this browser. */
export async function isSignedIn(visitor: Visitor): Promise<boolean> {
  return (await visitor.get("/account")).url.pathname === "/account";
}
