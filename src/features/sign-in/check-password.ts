import { apiError, CatalogueError } from "../../errors/catalogue-error.ts";
import { type Identifier, identifierKind } from "../../identity/contact.ts";
import type { Passwords } from "../../identity/password.ts";
import { sha256 } from "../../protocol/hash.ts";
import type { User, UserStore } from "../../storage/port/users.ts";
import type { AppContext } from "../../web/context.ts";
import { attemptPassword } from "../../web/password-attempt.ts";

/** The day's guesses are used up: more than a password is asked for, of whoever is meant and of nobody alike. */
export interface Doubted {
  /** Whom the password is right for. */
  readonly doubted: User | undefined;
}

/** A person who proved who they are; "wrong" says nothing about why; errors are shown above the form. */
export type Checked = User | "wrong" | CatalogueError | Doubted;

function findUser(users: UserStore, identifier: Identifier | undefined): Promise<User | undefined> {
  if (identifier?.kind === "email") return users.findByEmail(identifier.value);
  if (identifier?.kind === "phone") return users.findByPhoneNumber(identifier.value);
  // What is no identifier at all asks the database too, for the sake of time.
  return users.findByUsername(identifier?.value ?? "");
}

/**
 * Counts by what was typed, not by the account found: if the count of an e-mail address showed up under a username, it
 * would tell that both belong to one account. The count by address bounds the guesses over all names of an account.
 */
function accountKey(typed: string, identifier: Identifier | undefined): string {
  const value = identifier ? `${identifier.kind} ${identifier.value}` : `other ${typed}`;
  return sha256(value.toLowerCase());
}

/**
 * An unknown account, one without a password, and a wrong password for one that is disabled: one text, one status, one
 * time. That an account is disabled is said only to who knows its password, and is no news to a stranger.
 */
export async function checkPassword(
  c: AppContext,
  passwords: Passwords,
  typed: string,
  password: string,
): Promise<Checked> {
  const identifier = identifierKind(typed);
  const user = await findUser(c.var.site.storage.committed.users, identifier);
  const answer = await attemptPassword(c, passwords, {
    account: accountKey(typed, identifier),
    user,
    password,
  });
  if (answer instanceof CatalogueError) return answer;
  const { right, spent } = answer;
  if (spent) return { doubted: right && user?.status === "active" ? user : undefined };
  if (!right) return "wrong";
  if (user?.status !== "active") return apiError("permission_denied", "user_disabled");
  return user;
}

/** Makes the hash anew when today's parameters are others; a busy queue lets it wait for the next sign-in. */
export async function refreshHash(
  c: AppContext,
  passwords: Passwords,
  user: User,
  password: string,
): Promise<void> {
  const from = user.passwordHash;
  if (from === null || !passwords.needsRehash(from)) return;
  try {
    const to = await passwords.hash(password);
    await c.var.site.storage.write(({ users }) => users.rehashPassword(user.id, from, to));
  } catch (error) {
    c.var.log.warn({ err: error }, "a password hash was not renewed");
  }
}
