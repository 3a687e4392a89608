import { expect, it } from "vitest";
import type { AuditEntry, AuditFilter } from "../../src/storage/port/audit.ts";
import { onEveryEngine } from "./engines.ts";
import { anAuditEntry, now, seedUserAndClient } from "./fixtures.ts";

onEveryEngine("The audit log", (storage) => {
  const add = (...entries: AuditEntry[]) =>
    storage().write(async ({ audit }) => {
      for (const entry of entries) await audit.add(entry);
    });
  const ids = async (filter: AuditFilter = {}, limit = 100, before?: Pick<AuditEntry, "at" | "id">) =>
    (await storage().committed.audit.list(filter, limit, before)).map(({ id }) => id);

  it("keeps every field", async () => {
    const byPerson = anAuditEntry({
      id: "b",
      at: now + 1,
      actorId: 10_001,
      via: "page",
      action: "approval.rejected",
      target: { kind: "client", id: "a-client" },
      ip: "2001:db8::1",
      requestId: "5f0c9a3e71d24b68a0f7c2d94e8b1a36",
      details: {
        scope: "detail-user",
        reason: 'no "policy" ✗',
        fields: ["name"],
        count: 3,
        on: true,
        to: null,
      },
    });
    const byOperator = anAuditEntry({ id: "a" });
    await add(byOperator, byPerson);
    expect(await storage().committed.audit.list({}, 10)).toEqual([byPerson, byOperator]);
  });

  it("is read newest first, a page at a time, also where moments are the same", async () => {
    await add(
      anAuditEntry({ id: "c", at: 1 }),
      anAuditEntry({ id: "a", at: 2 }),
      anAuditEntry({ id: "b", at: 2 }),
      anAuditEntry({ id: "d", at: 3 }),
    );
    expect(await ids()).toEqual(["d", "b", "a", "c"]);
    expect(await ids({}, 2)).toEqual(["d", "b"]);
    expect(await ids({}, 2, { at: 2, id: "b" })).toEqual(["a", "c"]);
    expect(await ids({}, 2, { at: 1, id: "c" })).toEqual([]);
  });

  it("is filtered by who, what, to whom and when", async () => {
    const client = { kind: "client", id: "x" } as const;
    await add(
      anAuditEntry({ id: "a", at: 1, actorId: 7 }),
      anAuditEntry({ id: "b", at: 2, actorId: 8, target: client }),
      anAuditEntry({ id: "c", at: 3, actorId: 7, target: client, action: "client.deleted" }),
      anAuditEntry({ id: "d", at: 4, target: { kind: "user", id: "x" } }),
    );
    expect(await ids({ actorId: 7 })).toEqual(["c", "a"]);
    expect(await ids({ target: client })).toEqual(["c", "b"]);
    expect(await ids({ action: "client.deleted" })).toEqual(["c"]);
    expect(await ids({ since: 2, until: 4 })).toEqual(["c", "b"]);
    expect(await ids({ actorId: 7, target: client, since: 4 })).toEqual([]);
    expect(await ids({ target: client }, 1, { at: 3, id: "c" })).toEqual(["b"]);
  });

  it("takes no entry a second time", async () => {
    await add(anAuditEntry({ id: "a", details: { first: true } }));
    await expect(add(anAuditEntry({ id: "a", details: { first: false } }))).rejects.toThrow();
    expect((await storage().committed.audit.list({}, 10)).map(({ details }) => details)).toEqual([
      { first: true },
    ]);
  });

  it("is stored with the act or not at all", async () => {
    const undone = storage().write(async ({ audit }) => {
      await audit.add(anAuditEntry({ id: "a" }));
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await ids()).toEqual([]);
  });

  it("outlives whom it tells of", async () => {
    await storage().write(seedUserAndClient);
    await add(
      anAuditEntry({ id: "a", actorId: 10_001, target: { kind: "client", id: "a-client" } }),
      anAuditEntry({ id: "b", target: { kind: "user", id: "10001" } }),
    );
    await storage().write(async ({ clients, users }) => {
      await clients.delete("a-client");
      await users.delete(10_001, now);
    });
    expect(await ids({ actorId: 10_001 })).toEqual(["a"]);
    expect(await ids({ target: { kind: "user", id: "10001" } })).toEqual(["b"]);
  });
});
