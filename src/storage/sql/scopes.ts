import type { ScopeStore } from "../port/scopes.ts";
import { flag, inserted } from "./columns.ts";
import type { Db } from "./database.ts";
import { prepared } from "./prepared.ts";

const selectScopes = prepared((db) => db.selectFrom("scopes").selectAll().orderBy("name"));

export function scopeStore(db: Db): ScopeStore {
  return {
    create: async (scope) => {
      const result = await db
        .insertInto("scopes")
        .values({
          name: scope.name,
          requires_approval: flag(scope.requiresApproval),
          built_in: flag(scope.builtIn),
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return inserted(result);
    },
    list: async () => {
      const { rows } = await selectScopes(db);
      return rows.map((row) => ({
        name: row.name,
        requiresApproval: row.requires_approval === 1,
        builtIn: row.built_in === 1,
      }));
    },
  };
}
