import { expect, it } from "vitest";
import { onEveryEngine } from "./engines.ts";
import { anAccessToken, anAuthorization, aSession, aUser, now, seedUserAndClient } from "./fixtures.ts";

const times = (count: number) => Array.from({ length: count }, (_, index) => index);
const user = 10001;

onEveryEngine("Units side by side", (storage) => {
  const write: ReturnType<typeof storage>["write"] = (unit) => storage().write(unit);

  it("lose no change that rests on what they had read", async () => {
    await write(seedUserAndClient);
    await Promise.all(
      times(20).map(() =>
        write(async ({ users }) => {
          const found = await users.find(user);
          await users.updateProfile(user, { bio: `${found?.bio ?? ""}.` });
        }),
      ),
    );
    expect((await storage().committed.users.find(user))?.bio).toBe(".".repeat(20));
  });

  it("decide once about what they had found undecided", async () => {
    await write(seedUserAndClient);
    const asked = { clientId: "a-client", scope: "detail-user", request: null, note: null };
    await write(({ clients }) =>
      clients.putApproval({ ...asked, status: "pending", decidedAt: null, updatedAt: now }),
    );
    const decided = await Promise.all(
      times(20).map(() =>
        write(async ({ clients }) => {
          if ((await clients.approval("a-client", "detail-user"))?.status !== "pending") return false;
          await clients.putApproval({ ...asked, status: "approved", decidedAt: now, updatedAt: now });
          return true;
        }),
      ),
    );
    expect(decided.filter(Boolean)).toHaveLength(1);
  });

  it("leave no sign-in with a password that was replaced meanwhile", async () => {
    await write(async (stores) => {
      await seedUserAndClient(stores);
      for (const n of times(40)) {
        await stores.sessions.createBrowser({ id: `${n}`, hash: "h", expiresAt: now });
      }
    });
    for (const round of times(10)) {
      const right = `hash ${round}`;
      await write(({ users }) => users.setPassword(user, right, now));
      const signIn = (n: number) =>
        write(async ({ users, sessions }) => {
          if ((await users.find(user))?.passwordHash !== right) return;
          await sessions.put(aSession({ id: `${round}/${n}`, browserId: `${n}`, userId: user }));
        });
      const replace = write(async ({ users, sessions }) => {
        await users.setPassword(user, "another", now);
        await sessions.endAll(user);
      });
      await Promise.all([...times(6).map(signIn), replace, ...times(6).map((n) => signIn(n + 6))]);
      expect(await storage().committed.sessions.listByUser(user)).toEqual([]);
    }
  });

  it("give no token for a consent that was revoked meanwhile", async () => {
    await write(seedUserAndClient);
    for (const round of times(10)) {
      await write(({ consents }) => consents.grant(user, "a-client", ["view-user"], now));
      const issue = (n: number) =>
        write(async ({ consents, authorizations }) => {
          if (!(await consents.find(user, "a-client"))) return undefined;
          const id = `${round}/${n}`;
          await authorizations.create(anAuthorization({ id }));
          await authorizations.addAccessToken(anAccessToken({ id, authorizationId: id }));
          await consents.grant(user, "a-client", ["view-user"], now);
          return id;
        });
      const revoke = write(async ({ consents, authorizations }) => {
        await consents.revoke(user, "a-client");
        await authorizations.revokeAll(user, "consent_revoked", now, "a-client");
      });
      const issued = Promise.all([...times(6).map(issue), ...times(6).map((n) => issue(n + 6))]);
      const [ids] = await Promise.all([issued, revoke]);
      const { authorizations, consents } = storage().committed;
      for (const id of ids.filter((each) => each !== undefined)) {
        expect((await authorizations.findAccessToken(id))?.authorizationRevokedAt).toBe(now);
      }
      expect(await consents.find(user, "a-client")).toBeUndefined();
    }
  });

  it("take the recovery codes along with the last factor, however many go at once", async () => {
    await write(seedUserAndClient);
    for (const round of times(10)) {
      await write(async ({ factors }) => {
        for (const kind of ["app", "email"] as const) {
          await factors.put(user, { kind, sealed: null, createdAt: now });
        }
        await factors.replaceRecoveryCodes(user, [`code ${round}`]);
      });
      await Promise.all(
        (["app", "email"] as const).map((kind) => write(({ factors }) => factors.remove(user, kind))),
      );
      expect(await storage().committed.factors.recoveryCodes(user)).toEqual([]);
    }
  });

  it("number users past those whose number others give by hand", async () => {
    const made = await Promise.all(
      times(40).map((n) =>
        write(({ users }) => users.create(n % 2 === 0 ? aUser() : aUser({ id: 10_000 + n }))),
      ),
    );
    const numbered = made.filter((_, n) => n % 2 === 0);
    const ids = numbered.map((answer) => ("id" in answer ? answer.id : undefined));
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(20);
  });
});
