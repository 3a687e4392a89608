import { expect, it } from "vitest";
import { onEveryEngine } from "./engines.ts";
import { aClient, now, seedUserAndClient } from "./fixtures.ts";

onEveryEngine("Consents", (storage) => {
  const write: ReturnType<typeof storage>["write"] = (unit) => storage().write(unit);

  it("only grow, and keep since when", async () => {
    await write(seedUserAndClient);
    await write(({ consents }) => consents.grant(10001, "a-client", ["view-user", "view-user"], now));
    await write(({ consents }) => consents.grant(10001, "a-client", ["detail-user"], now + 5));
    const consent = {
      userId: 10001,
      clientId: "a-client",
      scopes: ["view-user", "detail-user"],
      grantedAt: now,
    };
    const { consents } = storage().committed;
    expect(await consents.find(10001, "a-client")).toEqual({ ...consent, lastUsedAt: now + 5 });
    await write((repositories) => repositories.consents.touch(10001, "a-client", now + 9));
    expect(await consents.list(10001)).toEqual([{ ...consent, lastUsedAt: now + 9 }]);
  });

  it("lose nothing when given many at once", async () => {
    await write(seedUserAndClient);
    const scopes = Array.from({ length: 30 }, (_, index) => `scope-${index}`);
    await Promise.all(
      scopes.map((scope) => write(({ consents }) => consents.grant(10001, "a-client", [scope], now))),
    );
    const found = await storage().committed.consents.find(10001, "a-client");
    expect([...(found?.scopes ?? [])].sort()).toEqual([...scopes].sort());
  });

  it("are revoked one by one", async () => {
    await write(async (repositories) => {
      await seedUserAndClient(repositories);
      await repositories.clients.create(aClient({ id: "other" }), null);
      await repositories.consents.grant(10001, "a-client", [], now);
      await repositories.consents.grant(10001, "other", [], now);
    });
    expect(await write(({ consents }) => consents.revoke(10001, "a-client"))).toBe(true);
    expect(await write(({ consents }) => consents.revoke(10001, "a-client"))).toBe(false);
    const left = await storage().committed.consents.list(10001);
    expect(left.map(({ clientId, scopes }) => [clientId, scopes])).toEqual([["other", []]]);
  });
});

onEveryEngine("Scopes", (storage) => {
  it("come with the server and are added by the operator, once", async () => {
    const operations = { name: "server-operations", requiresApproval: true, builtIn: false };
    const create = () => storage().write(({ scopes }) => scopes.create(operations));
    expect([await create(), await create()]).toEqual([true, false]);
    expect(await storage().committed.scopes.list()).toEqual([
      { name: "admin", requiresApproval: true, builtIn: true },
      { name: "detail-user", requiresApproval: true, builtIn: true },
      { name: "edit-user", requiresApproval: false, builtIn: true },
      operations,
      { name: "view-user", requiresApproval: false, builtIn: true },
    ]);
  });
});

onEveryEngine("Settings", (storage) => {
  it("are put, read and deleted", async () => {
    const get = () => storage().committed.settings.get("maintenance");
    expect(await get()).toBeUndefined();
    await storage().write(({ settings }) => settings.put("maintenance", "1"));
    await storage().write(({ settings }) => settings.put("maintenance", "2"));
    expect(await get()).toBe("2");
    const gone = () => storage().write(({ settings }) => settings.delete("maintenance"));
    expect((await Promise.all([gone(), gone(), gone()])).sort()).toEqual([false, false, true]);
    expect(await get()).toBeUndefined();
  });
});
