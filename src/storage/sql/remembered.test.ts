import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as fixture from "../../../test/contract/fixtures.ts";
import { migrated, temporaryDatabase } from "../../../test/support/storage.ts";
import type { Repositories } from "../port/storage.ts";
import { kyselyOver } from "./engine/kysely-over.ts";
import { SqliteConnection } from "./engine/sqlite-connection.ts";
import { everydayTables, leavesRememberedTrue } from "./engine/untouched.ts";
import { readMigrations, statementsOf } from "./migrate.ts";
import type { OpenStorage } from "./open.ts";
import { rememberingReads } from "./remembered.ts";
import { repositories } from "./repositories.ts";

/** Everything that is remembered, as it stands. */
async function look({ users, clients, authorizations }: Repositories) {
  return {
    name: (await users.find(10001))?.name,
    status: (await clients.find("a-client"))?.status,
    secret: (await clients.find("a-client"))?.secrets.at(-1)?.hash,
    approval: (await clients.approval("a-client", "detail-user"))?.status,
    revokedAt: (await authorizations.findAccessToken("an-access-token"))?.revokedAt,
    familyRevokedAt: (await authorizations.findAccessToken("an-access-token"))?.authorizationRevokedAt,
  };
}

const changes: readonly (readonly [string, (stores: Repositories) => Promise<unknown>])[] = [
  ["a new name", ({ users }) => users.updateProfile(10001, { name: "Rahma" })],
  ["a disabled client", ({ clients }) => clients.update("a-client", { status: "disabled" })],
  [
    "a secret",
    ({ clients }) => clients.addSecret("a-client", { hash: "x", createdAt: 1, expiresAt: null }, 1),
  ],
  ["a decision", ({ clients }) => clients.putApproval({ ...approval, status: "approved" })],
  ["a revoked token", ({ authorizations }) => authorizations.revokeAccessToken("an-access-token", 5)],
  ["a revoked family", ({ authorizations }) => authorizations.revoke("an-authorization", "signed_out", 6)],
  ["a deleted person", ({ users }) => users.delete(10001, 7)],
  ["a deleted client", ({ clients }) => clients.delete("a-client")],
];

const approval = {
  clientId: "a-client",
  scope: "detail-user",
  status: "pending",
  request: null,
  note: null,
  decidedAt: null,
  updatedAt: 1,
} as const;

describe("What was read before", () => {
  let place: ReturnType<typeof temporaryDatabase>;
  let storage: OpenStorage;
  let other: OpenStorage;
  beforeEach(async () => {
    place = temporaryDatabase();
    storage = await migrated(place.url);
    other = await migrated(place.url);
    await storage.write(async (stores) => {
      await stores.users.create(fixture.aUser());
      await stores.clients.create(fixture.aClient(), "hash");
      await stores.clients.putApproval(approval);
      await stores.authorizations.create(fixture.anAuthorization());
      await stores.authorizations.addAccessToken(fixture.anAccessToken());
    });
  });
  afterEach(async () => {
    await storage.close();
    await other.close();
    place.remove();
  });

  it.each(changes)("is forgotten with the commit of %s, here and elsewhere", async (_, change) => {
    const before = await look(storage.committed);
    expect(await look(other.committed)).toEqual(before);
    await storage.write(change);
    const after = await storage.write(look);
    expect(after).not.toEqual(before);
    expect(await look(storage.committed)).toEqual(after);
    await new Promise((resolve) => setImmediate(resolve));
    expect(await look(other.committed)).toEqual(after);
  });

  it("is not forgotten when tokens are added and used", async () => {
    const { committed } = storage;
    const before = await committed.clients.find("a-client");
    await storage.write(async ({ authorizations, consents }) => {
      await authorizations.addAccessToken(fixture.anAccessToken({ id: "another" }));
      await authorizations.addRefreshToken(fixture.aRefreshToken());
      await consents.touch(10001, "a-client", 1);
    });
    expect(await committed.clients.find("a-client")).toBe(before);
    expect(await committed.authorizations.findAccessToken("another")).toMatchObject({ id: "another" });
  });

  it("is remembered, what was missing is not", async () => {
    const { users } = storage.committed;
    expect(await users.find(10002)).toBeUndefined();
    await storage.write((stores) => stores.users.create(fixture.aUser()));
    expect(await users.find(10002)).toBe(await users.find(10002));
  });
});

it("A read that a commit overtakes is not remembered", async () => {
  let generation = 1;
  const answers = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
  let asked = 0;
  const users = { find: () => answers[asked++]?.promise };
  const stores = { users, clients: {}, authorizations: {} } as unknown as Repositories;
  const reads = rememberingReads(stores, () => generation);
  const early = reads.users.find(1);
  generation = 2;
  answers[0]?.resolve("old");
  expect(await early).toBe("old");
  answers[1]?.resolve("new");
  expect(await reads.users.find(1)).toBe("new");
  expect(await reads.users.find(1)).toBe("new");
  expect(asked).toBe(2);
});

it("Of ten thousand and one the first is forgotten", async () => {
  const asked: number[] = [];
  const users = { find: async (id: number) => asked.push(id) };
  const stores = { users, clients: {}, authorizations: {} } as unknown as Repositories;
  const reads = rememberingReads(stores, () => 1);
  for (let id = 0; id <= 10_000; id++) await reads.users.find(id);
  for (const id of [10_000, 1, 0]) await reads.users.find(id);
  expect(asked.slice(-2)).toEqual([10_000, 0]);
});

describe("Everyday tables", () => {
  const connection = new SqliteConnection(":memory:");
  for (const statement of readMigrations().flatMap(({ script }) => statementsOf(script)))
    connection.run(statement);
  const parents = (table: string) =>
    connection.run<{ table: string }>(`pragma foreign_key_list(${table})`).rows.map((row) => row.table);

  it("hold nothing that is remembered, nor what falls with it", async () => {
    const read = new Set<string>();
    const db = kyselyOver(async ({ sql }) => {
      for (const [, table] of sql.matchAll(/(?:from|join) "(\w+)"/g)) read.add(table ?? "");
      return { rows: [] };
    });
    await look(repositories(db));
    // A set goes on with what is added to it meanwhile.
    for (const table of read) for (const parent of parents(table)) read.add(parent);
    expect([...read]).toContain("client_secrets");
    expect([...read].filter((table) => everydayTables.has(table))).toEqual([]);
  });

  it("are there", () => {
    for (const table of everydayTables)
      expect(connection.run(`select * from ${table}`).rows, table).toBeDefined();
  });

  it.each([
    ['update "clients" set "status" = ?', false],
    ['insert into "client_secrets" ("hash") values (?)', false],
    ['insert into "access_tokens" ("id") values (?)', true],
    ['insert into "access_tokens" ("id") values (?) on conflict do update set "revoked_at" = 1', false],
    ['update "authorizations" set "expires_at" = ? where "id" = ?', true],
    ['update "authorizations" set "expires_at" = ?, "revoked_at" = ? where "id" = ?', false],
    ['with "x" as (select 1) delete from "sessions"', false],
    ["alter table clients add column a text", false],
    ['delete from "sessions" where "id" = ?', true],
  ])("%s leaves what is remembered true: %s", (statement, expected) => {
    expect(leavesRememberedTrue(statement)).toBe(expected);
  });
});
