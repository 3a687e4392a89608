import { type Selectable, sql } from "kysely";
import type { FailureCount, FailureSum } from "../port/failures.ts";
import type { Instant } from "../port/time.ts";
import { flag } from "./columns.ts";
import type { Db } from "./database.ts";
import type { FailureCountTable } from "./failure-tables.ts";

const together = 50;

/** Always in the same order: nodes that add to the same counts wait for one another, and never in a circle. */
export async function addCounts(db: Db, counts: readonly FailureCount[]): Promise<void> {
  const rows = counts.map(countRow).sort((one, other) => (one.id < other.id ? -1 : 1));
  for (let at = 0; at < rows.length; at += together) {
    await db
      .insertInto("failure_counts")
      .values(rows.slice(at, at + together))
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet({ count: sql<number>`failure_counts.count + excluded.count` }),
      )
      .execute();
  }
}

export async function countsOf(
  db: Db,
  clientId: string | null,
  since: Instant,
): Promise<readonly FailureCount[]> {
  const all = db.selectFrom("failure_counts").selectAll().where("hour", ">=", since).orderBy("hour");
  const own = clientId === null ? all.where("client_id", "is", null) : all.where("client_id", "=", clientId);
  return (await own.execute()).map(countOf);
}

export async function sumsOf(db: Db, since: Instant, span: number): Promise<readonly FailureSum[]> {
  const slot = sql<number>`(hour / ${sql.lit(span)}) * ${sql.lit(span)}`;
  const rows = await db
    .selectFrom("failure_counts")
    .select(({ fn }) => ["code", slot.as("slot"), fn.sum<number>("count").as("sum")])
    .where("client_id", "is", null)
    .where("hour", ">=", since)
    .groupBy(["code", slot])
    .execute();
  return rows.map((row) => ({ code: row.code, from: Number(row.slot), count: Number(row.sum) }));
}

/** Of equal length up to the hour, so that rows are added at the end. */
function countRow(given: FailureCount): Selectable<FailureCountTable> {
  const { clientId, hour, proven, endpoint, code, reason, count } = given;
  const id = [hour, clientId ?? "all", flag(proven), endpoint, code, reason].join(" ");
  return { id, client_id: clientId, hour, proven: flag(proven), endpoint, code, reason, count };
}

function countOf(row: Selectable<FailureCountTable>): FailureCount {
  const { client_id: clientId, hour, proven, endpoint, code, reason, count } = row;
  return {
    clientId,
    hour,
    proven: proven === 1,
    endpoint: endpoint as FailureCount["endpoint"],
    code,
    reason,
    count,
  };
}
