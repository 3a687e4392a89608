import { expect, it } from "vitest";
import type { Approval } from "../../src/storage/port/clients.ts";
import { onEveryEngine } from "./engines.ts";
import { aClient, anAccessToken, aUser, day, now, second, seedFamily } from "./fixtures.ts";

onEveryEngine("Clients", (storage) => {
  const create = (given: Parameters<typeof aClient>[0], secret: string | null = null) =>
    storage().write(({ clients }) => clients.create(aClient(given), secret));
  const find = (id = "a-client") => storage().committed.clients.find(id);

  it("keep every field", async () => {
    await storage().write(({ users }) => users.create(aUser({ id: 7 })));
    const everything = {
      name: "Toko “Mawar”",
      confidential: false,
      status: "disabled",
      verified: false,
      resourceServer: true,
      redirectUris: ["https://a.example/?q=1 2", "com.example.app:/cb"],
      grantTypes: [],
      scopes: [],
      accessTokenTtl: 60,
      refreshTokenTtl: 3600,
      homepageUrl: "https://a.example",
      privacyPolicyUrl: "https://a.example/privacy",
      ownerId: 7,
    } as const;
    expect(await create(everything)).toBe(true);
    expect(await find()).toEqual({ ...aClient(everything), secrets: [] });
    expect(await find("another")).toBeUndefined();
  });

  it("are not made twice, and a refused one leaves the first as it was", async () => {
    await create({ name: "First" }, "first");
    expect(await create({ name: "Second" }, "second")).toBe(false);
    const stored = await find();
    expect(stored?.name).toBe("First");
    expect(stored?.secrets).toEqual([{ hash: "first", createdAt: now, expiresAt: null }]);
  });

  it("have two secrets during a rotation, and no rotation prolongs one that ends sooner", async () => {
    await create({}, "first");
    const rotate = (hash: string, at: number, othersExpireAt: number) =>
      storage().write(({ clients }) =>
        clients.addSecret("a-client", { hash, createdAt: at, expiresAt: null }, othersExpireAt),
      );
    await rotate("second", now + 1, now + 10 * second);
    await rotate("third", now + 2, now + 20 * second);
    const expiries = (await find())?.secrets.map(({ hash, expiresAt }) => [hash, expiresAt]).sort();
    expect(expiries).toEqual([
      ["first", now + 10 * second],
      ["second", now + 20 * second],
      ["third", null],
    ]);
  });

  it("are listed by creation, a page at a time", async () => {
    for (const [id, createdAt] of [
      ["c", 1],
      ["b", 2],
      ["a", 2],
      ["d", 3],
    ] as const)
      await create({ id, createdAt });
    const list = async (limit: number, after?: string) =>
      (await storage().committed.clients.list(limit, after)).map(({ id }) => id);
    expect(await list(10)).toEqual(["c", "a", "b", "d"]);
    expect(await list(2)).toEqual(["c", "a"]);
    expect(await list(2, "a")).toEqual(["b", "d"]);
    expect(await list(2, "d")).toEqual([]);
  });

  it("change only the given fields", async () => {
    await create({ accessTokenTtl: 60 });
    const update = (change: object, id = "a-client") =>
      storage().write(({ clients }) => clients.update(id, change));
    expect(await update({ name: "New", scopes: [], verified: false, accessTokenTtl: null })).toBe(true);
    expect(await find()).toMatchObject(aClient({ name: "New", scopes: [], verified: false }));
    expect(await update({ status: "disabled", grantTypes: ["client_credentials"], redirectUris: [] })).toBe(
      true,
    );
    expect(await find()).toMatchObject({
      status: "disabled",
      grantTypes: ["client_credentials"],
      redirectUris: [],
    });
    expect(await update({})).toBe(true);
    expect(await update({ name: "x" }, "another")).toBe(false);
    expect(await update({}, "another")).toBe(false);
  });

  it("take tokens, consents and approvals along when deleted", async () => {
    await seedFamily(storage());
    await storage().write(async ({ authorizations, consents, clients }) => {
      await authorizations.addAccessToken(anAccessToken());
      await authorizations.addAccessToken(anAccessToken({ id: "own", authorizationId: null, userId: null }));
      await consents.grant(10001, "a-client", ["view-user"], now);
      await clients.putApproval(approval({}));
    });
    expect(await storage().write(({ clients }) => clients.delete("a-client"))).toBe(true);
    expect(await storage().write(({ clients }) => clients.delete("a-client"))).toBe(false);
    const { authorizations, consents, clients } = storage().committed;
    expect(await find()).toBeUndefined();
    expect(await authorizations.findAccessToken("an-access-token")).toBeUndefined();
    expect(await authorizations.findAccessToken("own")).toBeUndefined();
    expect(await consents.list(10001)).toEqual([]);
    expect(await clients.approvals("a-client")).toEqual([]);
  });

  it("have one approval a scope, the latest", async () => {
    await create({});
    const { clients } = storage().committed;
    expect(await clients.approval("a-client", "detail-user")).toBeUndefined();
    const pending = approval({ status: "pending", request: '{"purpose":"x"}' });
    await storage().write((repositories) => repositories.clients.putApproval(pending));
    expect(await clients.approval("a-client", "detail-user")).toEqual(pending);
    const rejected = approval({ status: "rejected", note: "no", decidedAt: now, updatedAt: now + day });
    await storage().write((repositories) => repositories.clients.putApproval(rejected));
    await storage().write((repositories) => repositories.clients.putApproval(approval({ scope: "admin" })));
    expect(await clients.approval("a-client", "detail-user")).toEqual(rejected);
    expect((await clients.approvals("a-client")).map(({ scope }) => scope)).toEqual(["admin", "detail-user"]);
  });
});

function approval(given: Partial<Approval>): Approval {
  return {
    clientId: "a-client",
    scope: "detail-user",
    status: "approved",
    request: null,
    note: null,
    decidedAt: null,
    updatedAt: now,
    ...given,
  };
}
