import { expect, it } from "vitest";
import type { Repositories } from "../../src/storage/port/storage.ts";
import { readMigrations } from "../../src/storage/sql/migrate.ts";
import { onEveryEngine } from "./engines.ts";
import * as fixture from "./fixtures.ts";

const { now } = fixture;
const nobody = 10001;
const nothing = "a-client";
type Verb = (all: Repositories) => Promise<unknown>;

/** By the table it writes to, whatever stores something that belongs to a client, a person, a family or a browser. */
const verbs: Readonly<Record<string, Verb>> = {
  clients: ({ clients }) => clients.create(fixture.aClient({ ownerId: nobody }), null),
  client_secrets: ({ clients }) =>
    clients.addSecret(nothing, { hash: "a", createdAt: now, expiresAt: null }, now),
  approvals: ({ clients }) =>
    clients.putApproval({
      ...{ clientId: nothing, scope: "detail-user", status: "pending", request: null, note: null },
      ...{ decidedAt: null, updatedAt: now },
    }),
  testers: ({ testers }) => testers.invite({ clientId: nothing, kind: "email", value: "a", invitedAt: now }),
  consents: ({ consents }) => consents.grant(nobody, nothing, ["view-user"], now),
  authorizations: ({ authorizations }) => authorizations.create(fixture.anAuthorization()),
  authorization_codes: ({ authorizations }) => authorizations.addCode(fixture.aCode()),
  access_tokens: ({ authorizations }) =>
    authorizations.addAccessToken(fixture.anAccessToken({ authorizationId: null, userId: null })),
  refresh_tokens: ({ authorizations }) => authorizations.addRefreshToken(fixture.aRefreshToken()),
  sessions: ({ sessions }) => sessions.put(fixture.aSession()),
  known_devices: ({ sessions }) => sessions.rememberDevice(nobody, "a", now),
  interactions: ({ interactions }) => interactions.create(fixture.anInteraction()),
  challenges: ({ challenges }) => challenges.create(fixture.aChallenge({ userId: nobody })),
  factors: ({ factors }) => factors.put(nobody, { kind: "app", sealed: "a", createdAt: now }),
  recovery_codes: ({ factors }) => factors.replaceRecoveryCodes(nobody, ["a"]),
  trusted_devices: ({ trustedDevices }) => trustedDevices.trust(nobody, "a", now),
  passkeys: ({ passkeys }) => passkeys.add(fixture.aPasskey()),
  pictures: ({ pictures }) => pictures.put({ kind: "user", id: nobody }, fixture.aPicture()),
};
/** They look whether the client is there: what applications did wrong is no news once they are gone. */
const lookFirst = ["failures", "failure_counts"];

it("Every table whose rows belong to somebody is asked", () => {
  const tables = readMigrations().flatMap(({ script }) =>
    [...script.matchAll(/create table (\w+) \((.*?)\n\)/gs)].filter(([, , columns]) =>
      columns?.includes("references"),
    ),
  );
  const names = tables.map(([, name]) => name);
  expect(names.toSorted()).toEqual([...Object.keys(verbs), ...lookFirst].toSorted());
});

onEveryEngine("What would belong to somebody who is not there", (storage) => {
  it("is not stored, nor what its unit did before, and it is said why", async () => {
    for (const [table, verb] of Object.entries(verbs)) {
      const unit = storage().write(async (all) => {
        await all.settings.put("mark", table);
        await verb(all);
      });
      await expect(unit, table).rejects.toMatchObject({ name: "OwnerGone" });
    }
    expect(await storage().committed.settings.get("mark")).toBeUndefined();
    const [count, failure] = [fixture.aFailureCount({ clientId: nothing }), fixture.aFailure()];
    const bounds = { proven: 1, claimed: 1, ofOneReason: 1 };
    await storage().write(({ failures }) => failures.record([count], [failure], bounds));
    expect(await storage().committed.failures.counts(nothing, 0)).toEqual([]);
  });

  it("a browser that is not there is not renewed", async () => {
    expect(await storage().write(({ sessions }) => sessions.renewBrowser("a", "b", now))).toBe(false);
  });
});
