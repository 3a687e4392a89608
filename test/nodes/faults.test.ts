import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { makeDatabase, postgresAt, type TestDatabase } from "../support/database.ts";
import { type Load, startLoad } from "../support/load.ts";
import { type PostgresServer, startPostgres } from "../support/postgres-server.ts";
import { withDatabase } from "../support/postgres-sql.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { type TcpProxy, tcpProxy } from "../support/tcp-proxy.ts";
import { type KnownClient, TokenDesk } from "../support/token-desk.ts";

const answeredIn = 2_000;
const backIn = { timeout: 5_000, interval: 50 };

/** All that a client may see of a fault: that it is to come again later. */
function expectOnlyLater({ answers }: Load): void {
  for (const { status, took, retryAfter } of answers.filter((answer) => answer.status >= 500)) {
    expect([status, retryAfter]).toEqual([503, expect.stringMatching(/^\d+$/)]);
    expect(took).toBeLessThan(answeredIn);
  }
}

describe("Between a node and its database", () => {
  let real: TestDatabase;
  let proxy: TcpProxy;
  let server: TestServer;
  let seed: ApiSeed;
  let token: string;

  beforeAll(async () => {
    real = await makeDatabase("postgres", "");
    const url = new URL(real.url);
    proxy = await tcpProxy(Number(url.port));
    url.port = `${proxy.port}`;
    const env = { RATE_LIMITS: "off", DATABASE_URL: url.href };
    server = await startServer({ alone: true, database: postgresAt(real.url, real.remove), env });
    seed = await ApiSeed.open(server);
    token = (await seed.token({ scopes: ["view-user", "edit-user"] })).token;
  });
  afterAll(async () => {
    proxy.mend();
    await seed.storage.close();
    await server.stop();
    await proxy.stop();
  });

  const probe = async (path: string) => (await fetch(server.origin + path)).status;
  const faults: Readonly<Record<string, () => void>> = {
    "a wire that is cut": () => proxy.cut(),
    "a wire that is silent": () => proxy.silence(),
    "a wire that is far too slow": () => proxy.slow(1_000),
  };

  it.each(Object.entries(faults))(
    "%s: 503 in time, not ready, and back without a restart",
    async (_, spoil) => {
      await expect.poll(() => probe("/readyz"), backIn).toBe(200);
      const mixed = (n: number) =>
        n % 2 === 0 ? seed.call("/api/user", token) : seed.patch(token, { bio: `${n}` });
      const load = startLoad(40, mixed, 20);
      await sleep(300);
      spoil();
      await expect.poll(() => probe("/readyz"), backIn).toBe(503);
      expect(await probe("/livez")).toBe(200);
      const [reading, writing] = await Promise.all([
        seed.call("/api/user", token),
        seed.patch(token, { bio: "never" }),
      ]);
      await provoked("api", "service_unavailable", "database_unavailable", reading);
      expect(writing.status).toBe(503);
      await sleep(1_000);
      proxy.mend();
      const mended = performance.now();
      await expect.poll(() => probe("/readyz"), backIn).toBe(200);
      await expect.poll(async () => (await seed.patch(token, { bio: "back" })).status, backIn).toBe(200);
      await sleep(500);
      const done = await load.stop();
      expectOnlyLater(done);
      expect(done.unanswered).toBe(0);
      const late = done.answers.filter(({ at, status }) => at > mended + 3_000 && status !== 200);
      expect(late).toEqual([]);
    },
  );

  it("a pool that is used up: what cannot be done in time is refused in time", async () => {
    const held = startLoad(120, (n) => seed.patch(token, { bio: `${n}` }));
    await withDatabase(real.url, async (run) => {
      await run("begin");
      await run("lock table users in exclusive mode");
      await sleep(2_500);
      await run("rollback");
    });
    await expect.poll(async () => (await seed.patch(token, { bio: "back" })).status, backIn).toBe(200);
    const load = await held.stop();
    expectOnlyLater(load);
    const refused = load.answers.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    for (const { text } of refused) expect(text).toMatch(/"reason":"(overloaded|database_unavailable)"/);
  });
});

describe("Under load", () => {
  let postgres: PostgresServer;
  let desk: TokenDesk;
  let other: TestServer;
  let client: KnownClient;

  beforeAll(async () => {
    postgres = await startPostgres({ fsync: "on", full_page_writes: "on", synchronous_commit: "on" });
    await withDatabase(postgres.urlOf("postgres"), (run) => run("create database nodes"));
    const database = postgresAt(postgres.urlOf("nodes"), async () => {});
    desk = await TokenDesk.open({}, { alone: true, database });
    other = await startServer({ nodeOf: desk.server, env: { RATE_LIMITS: "off" } });
    client = await desk.client({ grantTypes: ["client_credentials"] });
  });
  afterAll(async () => {
    await other.stop();
    await desk.close();
    await postgres.stop();
  });

  const issue = (n: number) => {
    const origin = n % 2 === 0 ? desk.server.origin : other.origin;
    const fields = { grant_type: "client_credentials", scope: "view-user", client_id: client.id };
    const body = new URLSearchParams({ ...fields, client_secret: client.secret ?? "" });
    return fetch(`${origin}/oauth/token`, { method: "POST", body });
  };

  async function expectAllStored({ answers }: Load): Promise<number> {
    const issued = answers.filter(({ status }) => status === 200);
    const ids = issued.map(({ text }) =>
      (JSON.parse(text) as { access_token: string }).access_token.slice(8, 34),
    );
    const rows = await withDatabase(postgres.urlOf("nodes"), (run) =>
      run("select id from access_tokens where id = any($1)", [ids]),
    );
    expect(rows).toHaveLength(new Set(ids).size);
    expect(new Set(ids).size).toBe(issued.length);
    return issued.length;
  }

  it("a database that is killed loses no answered token, and is back within 5 s of its return", async () => {
    const load = startLoad(24, issue);
    await sleep(500);
    await postgres.kill();
    await sleep(500);
    await postgres.start();
    const returned = performance.now();
    await expect.poll(async () => (await issue(0)).status, backIn).toBe(200);
    await expect.poll(async () => (await issue(1)).status, backIn).toBe(200);
    expect(performance.now() - returned).toBeLessThan(5_000);
    await sleep(500);
    const done = await load.stop();
    expectOnlyLater(done);
    expect(done.unanswered).toBe(0);
    expect(done.answers.some(({ status }) => status === 503)).toBe(true);
    expect(await expectAllStored(done)).toBeGreaterThan(50);
  });

  it("a node that is killed loses no answered token, and the other goes on", async () => {
    const load = startLoad(24, issue);
    await sleep(500);
    await other.kill();
    await sleep(300);
    expect((await issue(0)).status).toBe(200);
    await other.start();
    const done = await load.stop();
    expect(done.unanswered).toBeGreaterThan(0);
    expectOnlyLater(done);
    expect(await expectAllStored(done)).toBeGreaterThan(50);
  });

  it("connections that an administrator ends are made anew, and nobody is refused for it", async () => {
    const load = startLoad(8, issue);
    for (let round = 0; round < 5; round++) {
      await sleep(100);
      await withDatabase(postgres.urlOf("postgres"), (run) =>
        run(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'nodes' and state like 'idle%'",
        ),
      );
    }
    const done = await load.stop();
    expectOnlyLater(done);
    // A commit whose answer was lost is not repeated; everything else is.
    expect(done.answers.filter(({ status }) => status !== 200).length).toBeLessThan(10);
    await expectAllStored(done);
  });
});
