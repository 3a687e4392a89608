import { expect, it } from "vitest";
import { onEveryEngine } from "./engines.ts";
import { aClient, aCode, anAccessToken, aRefreshToken, now, seedFamily } from "./fixtures.ts";

onEveryEngine("Clients that are about to go", (storage) => {
  it("give what they have away bit by bit before they are deleted, and nothing of others", async () => {
    await seedFamily(storage());
    await storage().write(async ({ authorizations, consents, clients }) => {
      await clients.create(aClient({ id: "other" }), null);
      await authorizations.addAccessToken(
        anAccessToken({ id: "theirs", clientId: "other", authorizationId: null, userId: null }),
      );
      for (const n of [1, 2, 3]) await authorizations.addAccessToken(anAccessToken({ id: `token-${n}` }));
      await authorizations.addCode(aCode());
      await authorizations.addRefreshToken(aRefreshToken());
      await consents.grant(10001, "a-client", ["view-user"], now);
      await consents.grant(10001, "other", ["view-user"], now);
    });
    const drain = () => storage().write(({ clients }) => clients.drain("a-client", 2));
    const killed = storage().write(async ({ clients }) => {
      await clients.drain("a-client", 2);
      throw new Error("killed");
    });
    await expect(killed).rejects.toThrow("killed");
    // As much as before: three access tokens, a code, a refresh token, their family, a consent.
    expect([await drain(), await drain(), await drain(), await drain(), await drain()]).toEqual([
      2, 2, 2, 1, 0,
    ]);
    const { authorizations, consents } = storage().committed;
    expect(await authorizations.findRefreshToken("a-refresh-token")).toBeUndefined();
    expect(await authorizations.findAccessToken("theirs")).toBeDefined();
    expect((await consents.list(10001)).map(({ clientId }) => clientId)).toEqual(["other"]);
    expect(await storage().committed.clients.find("a-client")).toBeDefined();
  });
});
