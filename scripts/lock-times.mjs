// How long the purge holds what it has locked, told by the statements that pass a driver: on SQLite from `begin immediate` to the
// end of `commit`; on PostgreSQL from the first statement that changed a row to the end of `commit`. Its transactions are known
// by waiting for no disk.
import { DatabaseSync } from "node:sqlite";
import pg from "pg";

/** Notes milliseconds into `times` from now on. */
export function noteLockTimes(times) {
  noteSqlite(times);
  notePostgres(times);
}

function noteSqlite(times) {
  const { prepare } = DatabaseSync.prototype;
  let begun = 0;
  let purges = false;
  DatabaseSync.prototype.prepare = function prepareNoted(sql) {
    const statement = prepare.call(this, sql);
    if (!/^(begin immediate|commit|pragma synchronous = .*)$/.test(sql)) return statement;
    const run = statement.run.bind(statement);
    statement.run = (...values) => {
      const result = run(...values);
      if (sql === "begin immediate") begun = performance.now();
      else if (sql !== "commit") purges = sql.endsWith("normal");
      else if (purges) times.push(performance.now() - begun);
      return result;
    };
    return statement;
  };
}

function notePostgres(times) {
  const { query } = pg.Client.prototype;
  const since = new WeakMap();
  const purging = new WeakSet();
  pg.Client.prototype.query = function queryNoted(...given) {
    const text = given[0]?.text ?? given[0];
    const asked = performance.now();
    const answer = query.apply(this, given);
    if (typeof answer?.then !== "function") return answer;
    return answer.then((result) => {
      if (text === "commit" && since.has(this)) times.push(performance.now() - since.get(this));
      if (text === "set local synchronous_commit = off") purging.add(this);
      if (/^(begin|commit|rollback)/.test(text)) {
        since.delete(this);
        purging.delete(this);
      }
      const locks = purging.has(this) && /^(delete|update|insert)/.test(text) && result.rowCount > 0;
      if (locks && !since.has(this)) since.set(this, asked);
      return result;
    });
  };
}
