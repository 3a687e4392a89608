import { expect, it } from "vitest";
import type { Failure, FailureCount, FailureFilter } from "../../src/storage/port/failures.ts";
import { onEveryEngine } from "./engines.ts";
import { aClient, aFailure, aFailureCount, day, failureBounds, now, seedUserAndClient } from "./fixtures.ts";

const hour = 3_600_000;
const slow = { reason: "code_verifier_mismatch", code: "invalid_grant" };

onEveryEngine("Failing requests", (storage) => {
  const record = (counts: readonly FailureCount[], failures: readonly Failure[] = []) =>
    storage().write((all) => all.failures.record(counts, failures, failureBounds));
  const ids = async (filter: FailureFilter = {}, limit = 100, before?: string) =>
    (await storage().committed.failures.list("a-client", filter, limit, before)).map(({ id }) => id);
  const keep = (...failures: Failure[]) => record([], failures);
  const withClient = () => storage().write(seedUserAndClient);

  it("keep every field", async () => {
    await withClient();
    const full = aFailure({
      id: "b",
      requestId: "r",
      proven: true,
      redirectUri: "https://kedai.example/cb?tenant=…",
      scopes: ["view-user", "detail-user"],
      about: "code_verifier",
      expected: "https://kedai.example/cb",
      ...slow,
    });
    const bare = aFailure({ id: "a", authentication: null, parameters: [], scopes: [] });
    await keep(bare, full);
    expect(await storage().committed.failures.list("a-client", {}, 10)).toEqual([full, bare]);
    expect(await storage().committed.failures.find("a-client", "r")).toEqual(full);
    expect(await storage().committed.failures.find("another", "r")).toBeUndefined();
    expect(await storage().committed.failures.find("a-client", "s")).toBeUndefined();
  });

  it("are listed newest first, a page at a time, and by what they were", async () => {
    await withClient();
    await keep(
      aFailure({ id: "a", endpoint: "api" }),
      aFailure({ id: "b", ...slow }),
      aFailure({ id: "c", proven: true }),
    );
    expect(await ids()).toEqual(["c", "b", "a"]);
    expect(await ids({}, 2)).toEqual(["c", "b"]);
    expect(await ids({}, 2, "b")).toEqual(["a"]);
    expect(await ids(slow)).toEqual(["b"]);
    expect(await ids({ endpoint: "api" })).toEqual(["a"]);
  });

  it("are found by their owner and by nobody else", async () => {
    await withClient();
    await keep(aFailure({ requestId: "r" }));
    expect(await storage().committed.failures.ownedClient(null, "r")).toBe("a-client");
    await storage().write(({ clients }) => clients.update("a-client", { ownerId: 10_001 }));
    expect(await storage().committed.failures.ownedClient(10_001, "r")).toBe("a-client");
    expect(await storage().committed.failures.ownedClient(10_002, "r")).toBeUndefined();
    expect(await storage().committed.failures.ownedClient(10_001, "s")).toBeUndefined();
    expect(await storage().committed.failures.ownedClient(null, "r")).toBeUndefined();
  });

  it("stay within the bounds: what anybody can claim pushes out nothing proven, what is frequent nothing rare", async () => {
    await withClient();
    const name = (n: number) => `f${String(n).padStart(3, "0")}`;
    await keep(aFailure({ id: name(0), proven: true, ...slow }), aFailure({ id: name(1), ...slow }));
    for (let n = 2; n < 20; n++) await keep(aFailure({ id: name(n), proven: n % 2 === 0 }));
    expect(await ids()).toEqual([19, 18, 17, 16, 15, 14, 1, 0].map(name));
    const others = Array.from({ length: 9 }, (_, n) =>
      aFailure({ id: name(20 + n), reason: `other ${n}`, proven: n < 4 }),
    );
    await keep(...others);
    expect(await ids()).toEqual([28, 27, 26, 25, 23, 22, 21, 20, 18, 16].map(name));
  });

  it("are counted, whoever adds, by hour and what they were", async () => {
    await withClient();
    const total = aFailureCount({ clientId: null, count: 5 });
    await record([aFailureCount({ count: 2 }), total]);
    await record([aFailureCount({ count: 3 }), aFailureCount({ hour: now + hour }), total]);
    await record([aFailureCount({ proven: true }), aFailureCount({ endpoint: "revoke" })]);
    const counts = await storage().committed.failures.counts("a-client", now);
    expect(counts.map(({ count }) => count).sort()).toEqual([1, 1, 1, 5]);
    expect(counts).toContainEqual(aFailureCount({ count: 5 }));
    expect(await storage().committed.failures.counts("a-client", now + 1)).toEqual([
      aFailureCount({ hour: now + hour }),
    ]);
    expect(await storage().committed.failures.counts(null, 0)).toEqual([{ ...total, count: 10 }]);
  });

  it("add up when many nodes count at once", async () => {
    await withClient();
    const reasons = Array.from({ length: 20 }, (_, n) => aFailureCount({ reason: `reason ${n}` }));
    await Promise.all(Array.from({ length: 12 }, (_, n) => record(n % 2 ? reasons : reasons.toReversed())));
    const counts = await storage().committed.failures.counts("a-client", 0);
    expect(counts.map(({ count }) => count)).toEqual(reasons.map(() => 12));
  });

  it("of a client that does not exist are left out, and the rest is kept", async () => {
    await withClient();
    const nobodys = { clientId: "nobody" };
    await record(
      [aFailureCount(nobodys), aFailureCount()],
      [aFailure({ id: "x", ...nobodys }), aFailure({ id: "y" })],
    );
    expect(await ids()).toEqual(["y"]);
    expect(await storage().committed.failures.counts("nobody", 0)).toEqual([]);
  });

  it("go with their application", async () => {
    await withClient();
    await storage().write(({ clients }) => clients.create(aClient({ id: "other" }), null));
    await record([aFailureCount(), aFailureCount({ clientId: null })], [aFailure()]);
    await record([], [aFailure({ id: "o", clientId: "other" })]);
    await storage().write(({ clients }) => clients.delete("a-client"));
    expect(await ids()).toEqual([]);
    expect(await storage().committed.failures.counts("a-client", 0)).toEqual([]);
    expect(await storage().committed.failures.counts(null, 0)).toHaveLength(1);
    expect(await storage().committed.failures.list("other", {}, 10)).toHaveLength(1);
  });

  it("are purged after a week, their counts after thirty days", async () => {
    await withClient();
    await record(
      [aFailureCount({ hour: now - 30 * day - 1 }), aFailureCount({ hour: now - 30 * day })],
      [aFailure({ id: "a", at: now - 7 * day - 1 }), aFailure({ id: "b", at: now - 7 * day })],
    );
    expect(await storage().purge(now, 100)).toEqual({ removed: 2, more: false });
    expect(await ids()).toEqual(["b"]);
    expect(await storage().committed.failures.counts("a-client", 0)).toHaveLength(1);
  });

  it("are summed up by code and span, of all requests together", async () => {
    await withClient();
    const all = { clientId: null, proven: false } as const;
    await record([
      aFailureCount({ ...all, ...slow, hour: 5 * hour, count: 1 }),
      aFailureCount({ ...all, ...slow, reason: "refresh_token_expired", hour: 6 * hour, count: 2 }),
      aFailureCount({ ...all, ...slow, hour: 7 * hour, count: 4 }),
      aFailureCount({ ...slow, hour: 7 * hour, count: 4 }),
    ]);
    const sums = await storage().committed.failures.sums(5 * hour, 6 * hour);
    expect(sums.toSorted((one, other) => one.from - other.from)).toEqual([
      { code: "invalid_grant", from: 0, count: 1 },
      { code: "invalid_grant", from: 6 * hour, count: 6 },
    ]);
    expect(await storage().committed.failures.sums(8 * hour, hour)).toEqual([]);
  });
});
