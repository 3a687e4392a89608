import { randomBytes } from "node:crypto";
import { passwords } from "../../src/identity/password.ts";
import type { User } from "../../src/storage/port/users.ts";
import type { ApiSeed } from "./api-seed.ts";
import type { Person } from "./application.ts";
import type { Page, Visitor } from "./visitor.ts";

const hashing = passwords({ concurrency: 2, queueLimit: 1000, entropy: randomBytes });

interface Known {
  readonly password: string;
  readonly hash: string;
}
const known: Promise<Known>[] = [];
let people = 0;

async function hashed(): Promise<Known> {
  const password = `kuda baterai ${randomBytes(6).toString("hex")}`;
  return { password, hash: await hashing.hash(password) };
}

/** No two people of a test have the same, and not everybody's is hashed anew: that takes longer than most tests. */
function nextPassword(): Promise<Known> {
  const turn = people++ % 16;
  known[turn] ??= hashed();
  return known[turn];
}

/** Somebody with an account and its password. */
export type KnownPerson = Person & { readonly user: User };

/** Writes an account with a password into the server's database; signs in by e-mail address. */
export async function aPerson(seed: ApiSeed, change: Partial<User> = {}): Promise<KnownPerson> {
  const { password, hash } = await nextPassword();
  const user = await seed.user({ passwordHash: hash, ...change });
  return { user, identifier: user.email ?? user.username ?? user.phoneNumber ?? "", password };
}

/** Fills in the sign-in page; redirects are not followed. */
export async function signInAs(
  visitor: Visitor,
  { identifier, password }: Person,
  path = "/login",
): Promise<Page> {
  return visitor.post(await visitor.get(path), { identifier, password });
}

/** The name and value of the session cookie that an answer sets. */
export function sessionCookie(page: Page): string | undefined {
  const lines = page.headers.getSetCookie().map((line) => line.split(";", 1)[0] ?? "");
  return lines.find((pair) => pair.startsWith("mbid_session=mbid_bs_"));
}

/** Makes the last proof and the last activity of every session that much older. */
export async function ageSessions(seed: ApiSeed, user: User, milliseconds: number): Promise<void> {
  const found = await seed.storage.committed.sessions.listByUser(user.id);
  await seed.storage.write(async ({ sessions }) => {
    for (const { id, provenAt, lastActiveAt } of found) {
      await sessions.proved(id, provenAt - milliseconds);
      await sessions.touch(id, lastActiveAt - milliseconds);
    }
  });
}
