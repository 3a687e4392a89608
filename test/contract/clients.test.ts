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
      disabledByAdmin: true,
      verified: false,
      test: true,
      resourceServer: true,
      redirectUris: ["https://a.example/?q=1 2", "com.example.app:/cb"],
      grantTypes: [],
      scopes: [],
      accessTokenTtl: 60,
      refreshTokenTtl: 3600,
      logo: "a-logo.png",
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

  it("have two secrets during a rotation and never three, and no rotation prolongs one that ends sooner", async () => {
    await create({}, "first");
    const rotate = (hash: string, at: number, othersExpireAt: number) =>
      storage().write(({ clients }) =>
        clients.addSecret("a-client", { hash, createdAt: at, expiresAt: null }, othersExpireAt),
      );
    const expiries = async () =>
      (await find())?.secrets.map(({ hash, expiresAt }) => [hash, expiresAt]).sort();
    await rotate("second", now + 1, now + 10 * second);
    expect(await expiries()).toEqual([
      ["first", now + 10 * second],
      ["second", null],
    ]);
    await rotate("third", now + 2, now + 20 * second);
    expect(await expiries()).toEqual([
      ["second", now + 20 * second],
      ["third", null],
    ]);
    await rotate("fourth", now + 3, now + 3);
    expect(await expiries()).toEqual([["fourth", null]]);
  });

  it("keep an older end when the latest secret has one", async () => {
    await create({}, "first");
    await storage().write(({ clients }) =>
      clients.addSecret(
        "a-client",
        { hash: "brief", createdAt: now + 1, expiresAt: now + 5 * second },
        now + 1,
      ),
    );
    await storage().write(({ clients }) =>
      clients.addSecret("a-client", { hash: "last", createdAt: now + 2, expiresAt: null }, now + day),
    );
    const brief = (await find())?.secrets.find(({ hash }) => hash === "brief");
    expect(brief?.expiresAt).toBe(now + 5 * second);
  });

  it("get another hash of a secret only while the old one is theirs, with its dates", async () => {
    await create({}, "old");
    await create({ id: "another" }, "old");
    const replace = (from: string, to: string) =>
      storage().write(({ clients }) => clients.replaceSecret("a-client", from, to));
    await Promise.all([replace("old", "new"), replace("old", "new"), replace("wrong", "newer")]);
    expect((await find())?.secrets).toEqual([{ hash: "new", createdAt: now, expiresAt: null }]);
    expect((await find("another"))?.secrets).toMatchObject([{ hash: "old" }]);
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

  it("are paged newest first, all of them, one owner's, or those nobody verified", async () => {
    await storage().write(({ users }) => users.create(aUser({ id: 7 })));
    for (const [id, createdAt, ownerId, verified] of [
      ["c", 1, 7, true],
      ["b", 2, null, false],
      ["a", 2, 7, false],
      ["d", 3, 7, true],
    ] as const)
      await create({ id, createdAt, ownerId, verified });
    const { clients } = storage().committed;
    const page = async (...given: Parameters<typeof clients.page>) =>
      (await clients.page(...given)).map(({ id }) => id);
    expect(await page({}, 10)).toEqual(["d", "b", "a", "c"]);
    expect(await page({}, 2)).toEqual(["d", "b"]);
    expect(await page({}, 2, { createdAt: 2, id: "b" })).toEqual(["a", "c"]);
    expect(await page({ ownerId: 7 }, 10)).toEqual(["d", "a", "c"]);
    expect(await page({ ownerId: 7 }, 10, { createdAt: 2, id: "a" })).toEqual(["c"]);
    expect(await page({ ownerId: 8 }, 10)).toEqual([]);
    expect(await page({ verified: false }, 10)).toEqual(["b", "a"]);
  });

  it("wait for a decision in the order they asked, a page at a time", async () => {
    for (const id of ["a", "b"]) await create({ id, name: `Named ${id}` });
    const place = (clientId: string, scope: string, updatedAt: number, status = "pending" as const) =>
      storage().write(({ clients }) =>
        clients.putApproval(approval({ clientId, scope, updatedAt, status, request: "{}" })),
      );
    await place("b", "detail-user", 1);
    await place("a", "detail-user", 2);
    await place("a", "admin", 2);
    await storage().write(({ clients }) => clients.putApproval(approval({ clientId: "b", scope: "admin" })));
    const { clients } = storage().committed;
    const queue = async (...given: Parameters<typeof clients.queue>) =>
      (await clients.queue(...given)).map(({ approval, client }) => [client.name, approval.scope]);
    expect(await queue("pending", 10)).toEqual([
      ["Named b", "detail-user"],
      ["Named a", "admin"],
      ["Named a", "detail-user"],
    ]);
    expect(await queue("pending", 2)).toHaveLength(2);
    expect(await queue("pending", 2, { updatedAt: 2, clientId: "a", scope: "admin" })).toEqual([
      ["Named a", "detail-user"],
    ]);
    expect(await queue("approved", 10)).toEqual([["Named b", "admin"]]);
    const [first] = await clients.queue("pending", 1);
    expect(first).toEqual({
      client: aClient({ id: "b", name: "Named b" }),
      approval: approval({ clientId: "b", updatedAt: 1, status: "pending", request: "{}" }),
    });
  });

  it("change only the given fields", async () => {
    await create({ accessTokenTtl: 60 });
    const update = (change: object, id = "a-client") =>
      storage().write(({ clients }) => clients.update(id, change));
    expect(await update({ name: "New", scopes: [], verified: false, accessTokenTtl: null })).toBe(true);
    expect(await find()).toMatchObject(aClient({ name: "New", scopes: [], verified: false }));
    expect(
      await update({
        status: "disabled",
        disabledByAdmin: true,
        grantTypes: ["client_credentials"],
        redirectUris: [],
      }),
    ).toBe(true);
    expect(await find()).toMatchObject({
      status: "disabled",
      disabledByAdmin: true,
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
