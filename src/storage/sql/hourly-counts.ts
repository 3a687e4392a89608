import { sql } from "kysely";
import type { HourlyCount, HourlyCountStore } from "../port/hourly-counts.ts";
import type { Db } from "./database.ts";

/** Rows of one statement: an engine takes only so many values at once. */
const together = 50;

export function hourlyCountStore(db: Db): HourlyCountStore {
  return {
    add: (counts) => add(db, counts),
    sums: async (since, span) => {
      const slot = sql<number>`(hour / ${sql.lit(span)}) * ${sql.lit(span)}`;
      const rows = await db
        .selectFrom("hourly_counts")
        .select(({ fn }) => ["name", slot.as("slot"), fn.sum<number>("count").as("sum")])
        .where("hour", ">=", since)
        .groupBy(["name", slot])
        .execute();
      return rows.map((row) => ({ name: row.name, from: Number(row.slot), count: Number(row.sum) }));
    },
  };
}

/** Always in the same order: nodes that add to the same counts wait for one another, and never in a circle. */
async function add(db: Db, counts: readonly HourlyCount[]): Promise<void> {
  const rows = counts
    .map(({ hour, name, count }) => ({ id: `${hour} ${name}`, hour, name, count }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  for (let at = 0; at < rows.length; at += together) {
    await db
      .insertInto("hourly_counts")
      .values(rows.slice(at, at + together))
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet({ count: sql<number>`hourly_counts.count + excluded.count` }),
      )
      .execute();
  }
}
