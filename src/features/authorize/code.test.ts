import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aClient, aRequest, aSession, aUser } from "../../../test/support/records.ts";
import { memoryStorage } from "../../../test/support/storage.ts";
import type { CodeStep } from "../../protocol/authorize/next-step.ts";
import { rowIds } from "../../protocol/row-id.ts";
import type { Interaction } from "../../storage/port/interactions.ts";
import type { Site } from "../../web/context.ts";
import { issueCode } from "./code.ts";
import type { StoredFlow } from "./flow.ts";

const now = 1_700_000_000_000;
const client = aClient();
const user = aUser();
const session = aSession();
const ids = rowIds(() => now, randomBytes);
const step: CodeStep = {
  step: "code",
  account: { session, user, consent: undefined, admitted: true },
  scopes: ["view-user"],
  consent: "just_given",
};
let site: Site;
beforeAll(async () => {
  const storage = await memoryStorage();
  await storage.write(async ({ users, clients, sessions }) => {
    await users.create(user);
    await clients.create(client, null);
    await sessions.createBrowser({ id: session.browserId, hash: "", expiresAt: now });
    await sessions.put(session);
  });
  const lifetimes = { session: 1, interaction: 1, authorizationCode: 600 };
  site = { storage, ids, entropy: randomBytes, clock: () => now, lifetimes } as unknown as Site;
});
afterAll(() => site.storage.close());

async function storedFlow(): Promise<StoredFlow> {
  const request = aRequest();
  const unfinished = { deviceHash: null, sessionId: null, finishedAt: null };
  const interaction: Interaction = { id: ids(), request, createdAt: now, expiresAt: now + 1, ...unfinished };
  await site.storage.write(({ interactions }) => interactions.create(interaction));
  const to = { client, redirectUri: request.redirectUri, state: undefined };
  return { request, to, arrivedAt: now, interaction };
}

it("of fifty that answer one interaction at once, one gets a code", async () => {
  const flow = await storedFlow();
  const results = await Promise.all(Array.from({ length: 50 }, () => issueCode(site, flow, step)));
  expect(results.filter((result) => typeof result === "object")).toHaveLength(1);
  expect(results.filter((result) => result === "finished")).toHaveLength(49);
});

it("a tester who was removed meanwhile gets no code", async () => {
  const mark = (test: boolean) => site.storage.write(({ clients }) => clients.update(client.id, { test }));
  await mark(true);
  expect(await issueCode(site, await storedFlow(), step)).toBe("changed");
  await mark(false);
});

it("a standing consent that was revoked meanwhile gives no code, and the request can go on", async () => {
  await site.storage.write(({ consents }) => consents.revoke(user.id, client.id));
  const flow = await storedFlow();
  expect(await issueCode(site, flow, { ...step, consent: "standing" })).toBe("changed");
  expect(await site.storage.committed.consents.find(user.id, client.id)).toBeUndefined();
  expect((await site.storage.committed.interactions.find(flow.interaction.id))?.finishedAt).toBeNull();
  expect(await issueCode(site, flow, step)).toHaveProperty("code");
});

it("notes when a consent was last used", async () => {
  const later = { ...site, clock: () => now + 5000 };
  await issueCode(later, await storedFlow(), { ...step, consent: "standing" });
  const consent = await site.storage.committed.consents.find(user.id, client.id);
  expect(consent).toMatchObject({ grantedAt: now, lastUsedAt: now + 5000 });
});
