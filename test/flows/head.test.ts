import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { rowIds } from "../../src/protocol/row-id.ts";
import { ApiSeed } from "../support/api-seed.ts";
import { mountedRoutes } from "../support/mounted-routes.ts";
import { provoked } from "../support/provoked.ts";
import { aRequest } from "../support/records.ts";
import { startServer } from "../support/server.ts";
import { allowed, authorizePath, signedInVisitor } from "../support/signed-in.ts";

let seed: ApiSeed;
beforeAll(async () => {
  seed = await ApiSeed.open(await startServer({ env: { RATE_LIMITS: "off" } }));
});
afterAll(async () => {
  await seed.storage.close();
  await seed.server.stop();
});

/** What is written beside the requests themselves. */
const elsewhere = new Set(["allowances", "failures", "failure_counts"]);

/** How many rows each table has, and a checksum of them. */
async function contents() {
  const { totals } = await seed.storage.transfer.exportTo([], 0, async () => {});
  return Object.fromEntries(Object.entries(totals).filter(([table]) => !elsewhere.has(table)));
}

it("HEAD changes nothing anywhere, whoever sends it", async () => {
  const [owner, client] = [await seed.user({ role: "admin" }), await seed.client()];
  await seed.storage.write(({ clients }) => clients.update(client.id, { ownerId: owner.id }));
  await allowed(seed, owner, client);
  const hourAgo = Date.now() - 3_600_000;
  const visitor = await signedInVisitor(seed, [owner], { lastActiveAt: hourAgo });
  const { token } = await seed.token({ user: owner, client });
  const id = rowIds(Date.now, randomBytes)();
  const unclaimed = { deviceHash: null, sessionId: null, finishedAt: null };
  const request = aRequest({ clientId: client.id });
  const times = { createdAt: Date.now(), expiresAt: Date.now() + 60_000 };
  await seed.storage.write(({ interactions }) =>
    interactions.create({ id, request, ...times, ...unclaimed }),
  );
  const named: Readonly<Record<string, string>> = {
    id: client.id,
    clientId: client.id,
    scope: "detail-user",
  };
  const fill = (path: string) => path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => named[name] ?? "x");
  const gets = mountedRoutes().filter(({ method }) => method === "GET" || method === "ALL");
  const onTheWay = ["/oauth/authorize", "/login", "/accounts", "/consent"];
  const before = await contents();
  for (const path of [
    ...gets.map((route) => fill(route.path)),
    ...onTheWay.map((path) => `${path}?interaction=${id}`),
  ]) {
    const headers = path === "/api/logout-sso" ? { Authorization: `Bearer ${token}` } : {};
    const { status, text } = await visitor.request(path, { method: "HEAD", headers });
    expect([path, status < 500, text]).toEqual([path, true, ""]);
  }
  const head = await visitor.request(authorizePath(client), { method: "HEAD" });
  expect([head.status, head.headers.get("allow")]).toEqual([405, "GET, POST"]);
  const other = await visitor.request("/consent", { method: "DELETE" });
  expect([other.status, other.headers.get("allow")]).toEqual([405, "GET, POST"]);
  await provoked("api", "validation_error", "method_not_allowed", other.response);
  expect(await contents()).toEqual(before);
  const redirect = await visitor.request(authorizePath(client));
  expect(new URL(redirect.headers.get("location") ?? "").searchParams.has("code")).toBe(true);
});
