import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { changeContact, type WantedContact } from "../../src/features/account/contacts/change-contact.ts";
import { switchOn } from "../../src/features/account/security/protection.ts";
import { resetPassword } from "../../src/features/recover/reset.ts";
import { hotp, totpSecret, totpStep } from "../../src/identity/totp.ts";
import type { Repositories, Storage } from "../../src/storage/port/storage.ts";
import { act, NoLongerSignedIn } from "../../src/web/act.ts";
import type { AppContext } from "../../src/web/context.ts";
import { attemptFactor } from "../../src/web/factor-attempt.ts";
import { sealSecret } from "../../src/web/factor-secret.ts";
import { newChallenge } from "../../src/web/mailed-link.ts";
import type { OwnCode } from "../../src/web/one-time-code.ts";
import { aSession, aUser } from "../support/records.ts";
import { contextOver, now } from "../support/request-context.ts";
import { memoryStorage } from "../support/storage.ts";

const user = aUser({ role: "admin" });
const session = aSession();
const account = { user, session };

/** What somebody else does between a request's look at the account and its write. */
const ends: Readonly<Record<string, (all: Repositories) => Promise<unknown>>> = {
  "the sign-in was ended": ({ sessions }) => sessions.end(session.id),
  "the account was disabled": ({ users }) => users.setStatus(user.id, "disabled"),
  "the account was deleted": ({ users }) => users.delete(user.id, now),
  "the role was taken away": ({ users }) => users.setRole(user.id, "user"),
};

async function begun(storage: Storage): Promise<AppContext> {
  await storage.write(async ({ users, sessions }) => {
    await users.create(user);
    await sessions.createBrowser({ id: session.browserId, hash: "", expiresAt: now });
    await sessions.put(session);
  });
  return contextOver(storage);
}

/** Where units run beside one another, `act` holds what it finds: `side-by-side.test.ts` is about that. */
let storage: Storage;
beforeEach(async () => {
  storage = await memoryStorage();
});
afterEach(() => storage.close());

it.each(Object.entries(ends))("nothing is done any more in somebody's name when %s", async (_what, end) => {
  const c = await begun(storage);
  await storage.write(end);
  const doing = act(c, account, ({ users }) => users.setLocale(user.id, "id"));
  await expect(doing).rejects.toThrow(NoLongerSignedIn);
  expect((await storage.committed.users.find(user.id))?.locale ?? null).toBeNull();
});

it("a stolen sign-in that was just ended changes neither address nor factors", async () => {
  const c = await begun(storage);
  const facts = {
    purpose: "new_contact",
    address: "eve@example.com",
    userId: user.id,
    payload: "",
  } as const;
  const { challenge } = newChallenge(c.var.site, facts);
  const payload: OwnCode<WantedContact>["payload"] = {
    ...{ kind: "email", value: "eve@example.com" },
    ...{ deviceHash: "", interactionId: null },
  };
  await storage.write(async ({ challenges, sessions }) => {
    await challenges.create(challenge);
    await sessions.endAll(user.id);
  });
  await expect(changeContact(c, account, { challenge, payload })).rejects.toThrow(NoLongerSignedIn);
  await expect(switchOn(c, account, { kind: "email", sealed: null })).rejects.toThrow(NoLongerSignedIn);
  const { users, factors } = storage.committed;
  expect((await users.find(user.id))?.email).toBe(user.email);
  expect(await factors.list(user.id)).toEqual([]);
});

it("a factor that its person could not give any more is not switched on", async () => {
  const c = await begun(storage);
  expect(await switchOn(c, account, { kind: "passkey", sealed: null })).toBeUndefined();
  expect(await storage.committed.factors.list(user.id)).toEqual([]);
});

it.each([
  ["moved to another address", ({ users }: Repositories) => users.setEmail(user.id, "new@example.com", now)],
  ["was disabled", ({ users }: Repositories) => users.setStatus(user.id, "disabled")],
])("a link for a new password is dead once the account %s", async (_what, meanwhile) => {
  const c = await begun(storage);
  const address = user.email ?? "";
  const facts = { purpose: "reset_password", address, userId: user.id, payload: "{}" } as const;
  const { challenge } = newChallenge(c.var.site, facts);
  await storage.write(async (all) => {
    await all.challenges.create(challenge);
    await meanwhile(all);
  });
  expect(await resetPassword(c, challenge, "another hash")).toBe(false);
  expect((await storage.committed.users.find(user.id))?.passwordHash).toBeNull();
});

it("a code of an app that was just exchanged for another opens nothing", async () => {
  const c = await begun(storage);
  const put = (secret: Uint8Array) => {
    const sealed = sealSecret(c.var.site, secret, String(user.id));
    return storage.write(({ factors }) => factors.put(user.id, { kind: "app", sealed, createdAt: now }));
  };
  const lost = totpSecret(randomBytes);
  await put(lost);
  const right = await attemptFactor(c, { user, code: hotp(lost, totpStep(now)) });
  if (typeof right !== "object" || !("accept" in right)) throw new Error("The code is right");
  await put(totpSecret(randomBytes));
  expect(await storage.write((all) => right.accept(all))).toBe(false);
});
