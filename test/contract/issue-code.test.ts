import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { issueCode } from "../../src/features/authorize/code.ts";
import { replacePassword } from "../../src/identity/replace-password.ts";
import type { CodeStep } from "../../src/protocol/authorize/next-step.ts";
import { rowIds } from "../../src/protocol/row-id.ts";
import { parseToken } from "../../src/protocol/tokens/opaque.ts";
import type { Interaction } from "../../src/storage/port/interactions.ts";
import type { Repositories, Storage } from "../../src/storage/port/storage.ts";
import type { Site } from "../../src/web/context.ts";
import { aClient, aRequest, aSession, aUser } from "../support/records.ts";
import { onEveryEngine } from "./engines.ts";

const now = 1_700_000_000_000;
const ids = rowIds(() => now, randomBytes);
const scopes = ["view-user", "admin"];

/** A person, their sign-in and an application of their own for each case: one database bears them all. */
function someone(n: number) {
  const user = aUser({ id: 20_000 + n, email: `person${n}@example.com`, role: "admin" });
  const session = aSession({ id: `session-${n}`, browserId: `browser-${n}`, userId: user.id });
  const client = aClient({ id: `client-${n}`, scopes });
  const account = { session, user, consent: undefined, admitted: true };
  const step: CodeStep = { step: "code", account, scopes, consent: "just_given" };
  return { user, session, client, step };
}
type Someone = ReturnType<typeof someone>;
type Meanwhile = (all: Repositories, who: Someone) => Promise<unknown>;

/** What somebody does at the very moment between the decision and the code. */
const meanwhile: Readonly<Record<string, Meanwhile>> = {
  "the person signed out": ({ sessions }, { session }) => sessions.end(session.id),
  "all their sign-ins were ended": ({ sessions }, { user }) => sessions.endAll(user.id),
  "their password was replaced": (all, { user }) => replacePassword(all, user.id, "another", now),
  "their account was disabled": ({ users }, { user }) => users.setStatus(user.id, "disabled"),
  "their account was deleted": ({ users }, { user }) => users.delete(user.id, now),
  "they are no administrator any more": ({ users }, { user }) => users.setRole(user.id, "user"),
  "the application was disabled": ({ clients }, { client }) =>
    clients.update(client.id, { status: "disabled" }),
  "the redirect URI was removed": ({ clients }, { client }) =>
    clients.update(client.id, { redirectUris: ["https://app.example.com/other"] }),
  "the scope was taken from the application": ({ clients }, { client }) =>
    clients.update(client.id, { scopes: ["view-user"] }),
  "the grant was taken from the application": ({ clients }, { client }) =>
    clients.update(client.id, { grantTypes: ["client_credentials"] }),
  "the application was deleted": ({ clients }, { client }) => clients.delete(client.id),
};

async function begun(storage: Storage, { user, session, client }: Someone) {
  const lifetimes = { session: 1, interaction: 1, authorizationCode: 600 };
  const site = { storage, ids, entropy: randomBytes, clock: () => now, lifetimes } as unknown as Site;
  const request = aRequest({ clientId: client.id, scopes });
  const unfinished = { deviceHash: null, sessionId: null, finishedAt: null };
  const interaction: Interaction = { id: ids(), request, createdAt: now, expiresAt: now + 1, ...unfinished };
  await storage.write(async ({ users, clients, sessions, interactions }) => {
    await users.create(user);
    await clients.create(client, null);
    await sessions.createBrowser({ id: session.browserId, hash: "", expiresAt: now });
    await sessions.put(session);
    await interactions.create(interaction);
  });
  const to = { client, redirectUri: request.redirectUri, state: undefined };
  const stored = { request, to, arrivedAt: now, interaction };
  return { site, stored, direct: { ...stored, interaction: null } };
}

async function revokedAt(storage: Storage, code: string) {
  const id = parseToken("authorizationCode", code)?.id ?? "";
  return (await storage.committed.authorizations.findCode(id))?.authorizationRevokedAt;
}

onEveryEngine("A code", (storage) => {
  it("is not issued when what it was decided by changes at that moment", async () => {
    for (const [n, [what, happens]] of Object.entries(meanwhile).entries()) {
      const who = someone(n);
      const { site, stored, direct } = await begun(storage(), who);
      await storage().write((all) => happens(all, who));
      for (const flow of [stored, direct])
        expect(await issueCode(site, flow, who.step), what).toBe("changed");
      const { interactions, consents } = storage().committed;
      expect((await interactions.find(stored.interaction.id))?.finishedAt ?? null, what).toBeNull();
      expect(await consents.find(who.user.id, who.client.id), what).toBeUndefined();
    }
  });

  it("never outlives the end of what it came from, whoever comes first", async () => {
    const who = someone(0);
    const { user, session, step } = who;
    const { site, direct } = await begun(storage(), who);
    const few = () => Promise.all(Array.from({ length: 6 }, () => issueCode(site, direct, step)));
    const signOut = async ({ sessions, authorizations }: Repositories) => {
      await sessions.endAll(user.id);
      await authorizations.revokeAll(user.id, "signed_out", now);
    };
    const newPassword = (all: Repositories) => replacePassword(all, user.id, "another", now);
    for (const end of [signOut, newPassword, signOut, newPassword, signOut, newPassword]) {
      await storage().write(({ sessions }) => sessions.put(session));
      const [issued] = await Promise.all([few(), storage().write(end)]);
      expect(new Set(await few())).toEqual(new Set(["changed"]));
      for (const answer of issued) {
        if (typeof answer === "object") expect(await revokedAt(storage(), answer.code)).toBe(now);
      }
    }
  });
});
