import { expect } from "vitest";
import type { User } from "../../src/storage/port/users.ts";
import type { ApiSeed } from "./api-seed.ts";
import { signedInVisitor } from "./signed-in.ts";
import type { Page, Visitor } from "./visitor.ts";

export const approve = ["decision", "approve"] as const;
export const deny = ["decision", "deny"] as const;

export function atConsent(page: Page): Page {
  expect([page.url.pathname, page.status]).toEqual(["/consent", 200]);
  return page;
}

/** The code of a success redirect, which carries nothing but code, state and issuer. */
export function codeOf(page: Page, state: string | null = "a state"): string {
  const location = new URL(page.headers.get("location") ?? `missing:${page.text}`);
  expect([...location.searchParams.keys()]).toEqual(["code", ...(state === null ? [] : ["state"]), "iss"]);
  expect(location.searchParams.get("state")).toBe(state);
  expect(location.searchParams.get("iss")).toBe(page.url.origin);
  expect(page.headers.get("cache-control")).toBe("no-store");
  const code = location.searchParams.get("code") ?? "";
  expect(code).toMatch(/^[A-Za-z0-9_-]+$/);
  return code;
}

/** Somebody new, signed in in a browser of their own. */
export async function freshPerson(
  seed: ApiSeed,
  change: Partial<User> = {},
): Promise<{ readonly person: User; readonly browser: Visitor }> {
  const person = await seed.user(change);
  return { person, browser: await signedInVisitor(seed, [person]) };
}
