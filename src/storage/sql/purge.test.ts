import { sql } from "kysely";
import { expect, it } from "vitest";
import {
  anAccessToken,
  anAuthorization,
  aRefreshToken,
  day,
  now,
  seedUserAndClient,
} from "../../../test/contract/fixtures.ts";
import { engineDefaults } from "./engine/engine.ts";
import { openSqlite } from "./engine/sqlite.ts";
import { migrations } from "./migrate.ts";
import { purge } from "./purge.ts";
import { repositories } from "./repositories.ts";

it("Purge leaves a usable token even when the expiry noted at its family is wrong", async () => {
  const engine = await openSqlite(":memory:", engineDefaults);
  await migrations(engine).apply();
  const removed = await engine.write(async (db) => {
    const stores = repositories(db);
    await seedUserAndClient(stores);
    for (const id of ["access", "refresh"]) await stores.authorizations.create(anAuthorization({ id }));
    await stores.authorizations.addAccessToken(anAccessToken({ authorizationId: "access" }));
    await stores.authorizations.addRefreshToken(aRefreshToken({ authorizationId: "refresh" }));
    await sql`update authorizations set expires_at = 0`.execute(db);
    return purge(db, now + 8 * day - 1, 100);
  });
  expect(removed).toEqual({ removed: 0, more: false });
  await engine.close();
});

it("Families that turn out not to be over keep no others from being deleted", async () => {
  const engine = await openSqlite(":memory:", engineDefaults);
  await migrations(engine).apply();
  const left = await engine.write(async (db) => {
    const stores = repositories(db);
    await seedUserAndClient(stores);
    for (let n = 0; n < 20; n++) {
      const id = `family ${n}`;
      const expiresAt = n < 15 ? now + 30 * day : now;
      await stores.authorizations.create(anAuthorization({ id }));
      await stores.authorizations.addRefreshToken(aRefreshToken({ id, authorizationId: id, expiresAt }));
    }
    await sql`update authorizations set expires_at = 0`.execute(db);
    for (let batch = 0; batch < 4; batch++) await purge(db, now + 8 * day, 10);
    return db.selectFrom("authorizations").selectAll().execute();
  });
  expect(left.map(({ expires_at }) => expires_at)).toEqual(Array.from({ length: 15 }, () => now + 8 * day));
  await engine.close();
});
