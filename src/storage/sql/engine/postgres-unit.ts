import { StorageUnavailable } from "../../port/storage.ts";
import type { Db } from "../database.ts";
import { runsBesideOthers } from "../held.ts";
import { insideUnit } from "./inside-unit.ts";
import { type Execute, kyselyOver, postgresGrammar } from "./kysely-over.ts";
import { ConnectionLost } from "./postgres-errors.ts";
import type { Line } from "./postgres-line.ts";
import { awaitedSomethingForeign, cameTooLate } from "./unit-errors.ts";

type Unit<Result> = (db: Db) => Promise<Result>;

/** Runs a unit in a transaction of its own; one that asks nothing of the database for `limit` milliseconds is undone. */
export async function runUnit<Result>(
  line: Line,
  unit: Unit<Result>,
  limit: number,
  settings?: string,
): Promise<Result> {
  await line.command("begin isolation level read committed");
  if (settings !== undefined) await line.command(settings);
  const result = await play(line, unit, limit).catch((error) => {
    // What the unit made of a lost race is not to be believed.
    throw line.passingError ?? error;
  });
  if (line.passingError !== undefined) throw line.passingError;
  await commit(line);
  return result;
}

async function play<Result>(line: Line, unit: Unit<Result>, limit: number): Promise<Result> {
  let open = true;
  let asking = 0;
  let restingSince = performance.now();
  const execute: Execute = async ({ sql, parameters }) => {
    if (!open) throw cameTooLate();
    asking += 1;
    try {
      return await line.run(sql, parameters);
    } finally {
      asking -= 1;
      restingSince = performance.now();
    }
  };
  const db = runsBesideOthers(kyselyOver(execute, postgresGrammar));
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const watch = setInterval(() => {
    if (asking === 0 && performance.now() - restingSince >= limit) reject(awaitedSomethingForeign());
  }, limit / 4);
  try {
    insideUnit.run(true, () => unit(db)).then(resolve, reject);
    return await promise;
  } finally {
    clearInterval(watch);
    open = false;
  }
}

async function commit(line: Line): Promise<void> {
  const done = await line.command("commit").catch((error) => {
    if (!(error instanceof ConnectionLost)) throw error;
    const message = "The connection was lost while committing: whether it is stored is not known.";
    throw new StorageUnavailable(message, { cause: error });
  });
  // PostgreSQL answers so when a statement had failed and the unit went on all the same.
  if (done !== "COMMIT")
    throw new Error("A unit went on after a failed statement: nothing of it was stored.");
}
