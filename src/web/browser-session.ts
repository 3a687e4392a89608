import { sameHash } from "../protocol/hash.ts";
import { mintToken, parseToken } from "../protocol/tokens/opaque.ts";
import type { Browser, Session } from "../storage/port/sessions.ts";
import type { Repositories } from "../storage/port/storage.ts";
import type { User } from "../storage/port/users.ts";
import type { AppContext } from "./context.ts";
import { readCookie, writeCookie } from "./cookies.ts";
import { deviceOf } from "./device.ts";
import { queueNotice } from "./notice.ts";

/** One signed-in account of this browser. */
export interface Account {
  readonly session: Session;
  readonly user: User;
}

/** How many accounts one browser holds; a sixth sign-in ends the one used longest ago. */
export const accountsPerBrowser = 5;

/** Milliseconds. Activity is written down no more often than this: reading a page is no reason for a commit. */
const activityPrecision = 5 * 60_000;

/** Session cookies set while answering a request: what follows in the same request already sees the new sign-in. */
const written = new WeakMap<Request, string>();

/** `""` removes the cookie. */
function writeSession(c: AppContext, token: string): void {
  written.set(c.req.raw, token);
  writeCookie(c, "session", token, token === "" ? 0 : c.var.site.lifetimes.session);
}

/** The browser that the session cookie names, if cookie and lifetime are right. */
async function findBrowser(c: AppContext): Promise<Browser | undefined> {
  const proof = parseToken("browser", written.get(c.req.raw) ?? readCookie(c, "session") ?? "");
  if (!proof) return undefined;
  const browser = await c.var.site.storage.committed.sessions.findBrowser(proof.id);
  const valid = browser && sameHash(browser.hash, proof.hash) && browser.expiresAt > c.var.site.clock();
  return valid ? browser : undefined;
}

/** The accounts signed in in this browser, the current one first. */
export async function signedInAccounts(c: AppContext): Promise<readonly Account[]> {
  const browser = await findBrowser(c);
  if (!browser) return [];
  const { sessions, users } = c.var.site.storage.committed;
  const found = await sessions.listByBrowser(browser.id);
  const accounts = await Promise.all(
    found.map(async (session) => ({ session, user: await users.find(session.userId) })),
  );
  return accounts.filter((a): a is Account => a.user?.status === "active");
}

/** The current account, or undefined when nobody is signed in. Notes that it is in use. */
export async function currentAccount(c: AppContext): Promise<Account | undefined> {
  const [first] = await signedInAccounts(c);
  if (first && c.var.site.clock() - first.session.lastActiveAt > activityPrecision)
    await makeCurrent(c, first.session.id);
  return first;
}

/** Asked at the moment of writing, for what was proven may have changed since; what it writes is kept also if it says no. */
export type StillRight = (user: User, repositories: Repositories) => boolean | Promise<boolean>;

/**
 * Signs the user in in this browser beside the accounts already there, and changes the session cookie (fixation). The
 * person is told when they were signed in elsewhere before and never here. Undefined when it is not right any more.
 */
export async function signIn(
  c: AppContext,
  userId: number,
  stillRight: StillRight,
): Promise<Session | undefined> {
  const { site } = c.var;
  const now = site.clock();
  const before = await findBrowser(c);
  const cookie = mintToken("browser", before ? () => before.id : site.ids, site.entropy);
  const session: Session = {
    id: site.ids(),
    browserId: cookie.id,
    userId,
    authenticatedAt: now,
    provenAt: now,
    createdAt: now,
    lastActiveAt: now,
    ip: c.var.clientIp,
    userAgent: (c.req.header("user-agent") ?? "").slice(0, 400),
  };
  const expiresAt = now + site.lifetimes.session * 1000;
  const deviceHash = deviceOf(c).hash;
  const signedIn = await site.storage.write(async (repositories) => {
    const { sessions, users } = repositories;
    const user = await users.find(userId);
    if (!(user?.status === "active" && (await stillRight(user, repositories)))) return false;
    const renewed = before && (await sessions.renewBrowser(cookie.id, cookie.hash, expiresAt));
    if (!renewed) await sessions.createBrowser({ id: cookie.id, hash: cookie.hash, expiresAt });
    await sessions.put(session);
    await endSurplus(repositories, cookie.id);
    const device = await sessions.rememberDevice(userId, deviceHash, now);
    if (device === "new") await queueNotice(repositories, c, user, "new_device");
    return true;
  });
  if (!signedIn) return undefined;
  site.tally("sign_in");
  writeSession(c, cookie.token);
  return session;
}

async function endSurplus({ sessions }: Repositories, browserId: string): Promise<void> {
  const all = await sessions.listByBrowser(browserId);
  for (const surplus of all.slice(accountsPerBrowser)) await sessions.end(surplus.id);
}

/** A new cookie for the same sign-ins, after a privilege change (password, factor, role). */
export async function renewSession(c: AppContext): Promise<void> {
  const { site } = c.var;
  const browser = await findBrowser(c);
  if (!browser) return;
  const cookie = mintToken("browser", () => browser.id, site.entropy);
  const expiresAt = site.clock() + site.lifetimes.session * 1000;
  await site.storage.write(({ sessions }) => sessions.renewBrowser(browser.id, cookie.hash, expiresAt));
  writeSession(c, cookie.token);
}

/** Makes an account the current one of its browser; HEAD, which programs send of themselves, is no sign of a person. */
export async function makeCurrent(c: AppContext, sessionId: string): Promise<void> {
  if (c.req.method === "HEAD") return;
  await c.var.site.storage.write(({ sessions }) => sessions.touch(sessionId, c.var.site.clock()));
}

/** Ends sign-ins of this browser; the cookie goes with the last one. */
export async function signOut(c: AppContext, sessionIds: readonly string[]): Promise<void> {
  await c.var.site.storage.write(async ({ sessions }) => {
    for (const id of sessionIds) await sessions.end(id);
  });
  if ((await signedInAccounts(c)).length === 0) writeSession(c, "");
}
