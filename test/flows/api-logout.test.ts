import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { maintenanceSetting } from "../../src/web/maintenance.ts";
import { ApiSeed } from "../support/api-seed.ts";
import { provoked } from "../support/provoked.ts";
import { aSession } from "../support/records.ts";
import { startServer } from "../support/server.ts";

let seed: ApiSeed;
beforeAll(async () => {
  seed = await ApiSeed.open(await startServer());
});
afterAll(async () => {
  await seed.storage.close();
  await seed.server.stop();
});

async function signedIn(userId: number, browserId: string): Promise<void> {
  await seed.storage.write(async ({ sessions }) => {
    await sessions.createBrowser({ id: browserId, hash: "hash", expiresAt: Date.now() + 3_600_000 });
    await sessions.put(aSession({ id: `${browserId}-session`, browserId, userId }));
  });
}

describe("/api/logout-sso", () => {
  it.each(["GET", "POST"])(
    "ends every session and token of the person, nobody else's (%s)",
    async (method) => {
      const presented = await seed.token({ scopes: ["server-operations"] });
      const { user } = presented;
      const other = await seed.token({ user });
      const stranger = await seed.token();
      await signedIn(user?.id ?? 0, `phone-${method}`);
      await signedIn(user?.id ?? 0, `laptop-${method}`);
      await signedIn(stranger.user?.id ?? 0, `stranger-${method}`);
      const response = await seed.call("/api/logout-sso", presented.token, { method });
      expect([response.status, await response.text()]).toEqual([
        200,
        '{"message":"Successfully logged out from SSO session"}',
      ]);
      const { sessions } = seed.storage.committed;
      expect(await sessions.listByUser(user?.id ?? 0)).toEqual([]);
      expect(await sessions.listByUser(stranger.user?.id ?? 0)).toHaveLength(1);
      for (const { token } of [presented, other])
        await provoked("api", "token_invalid", "token_revoked", await seed.call("/api/user", token));
      expect((await seed.call("/api/user", stranger.token)).status).toBe(200);
      const again = await seed.call("/api/logout-sso", presented.token, { method });
      await provoked("api", "token_invalid", "token_revoked", again);
    },
  );

  it("does nothing for HEAD, which prefetchers send", async () => {
    const { token } = await seed.token();
    const response = await seed.call("/api/logout-sso", token, { method: "HEAD" });
    expect([response.status, response.headers.get("Allow")]).toEqual([405, "GET, POST"]);
    expect((await seed.call("/api/user", token)).status).toBe(200);
  });

  it("stays up during maintenance, when the rest says when to come back", async () => {
    const { token } = await seed.token();
    const on = JSON.stringify({ retryAfter: 77, message: "<b>secret plans</b>" });
    await seed.storage.write(({ settings }) => settings.put(maintenanceSetting, on));
    await expect.poll(async () => (await seed.call("/api/user", token)).status).toBe(503);
    for (const credentials of [token, undefined, "nonsense"]) {
      const seen = await seed.call("/api/user", credentials);
      const { body } = await provoked("api", "service_unavailable", "maintenance", seen);
      expect(body?.retry_after).toBe(77);
      expect(JSON.stringify(body)).not.toContain("plans");
    }
    await provoked("api", "resource_not_found", "path_unknown", await seed.call("/api/nothing", token));
    expect((await seed.call("/api/logout-sso", token)).status).toBe(200);
    await seed.storage.write(({ settings }) => settings.delete(maintenanceSetting));
    await expect.poll(async () => (await seed.call("/api/user", token)).status).toBe(401);
  });
});
