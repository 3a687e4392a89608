// How long transactions hold what they have locked, told by the statements that pass a driver: on SQLite from `begin immediate`
// to the end of `commit`; on PostgreSQL from the first statement that changed a row to the end of `commit`.
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
  DatabaseSync.prototype.prepare = function prepareNoted(sql) {
    const statement = prepare.call(this, sql);
    if (sql !== "begin immediate" && sql !== "commit") return statement;
    const run = statement.run.bind(statement);
    statement.run = (...values) => {
      const result = run(...values);
      if (sql === "commit") times.push(performance.now() - begun);
      else begun = performance.now();
      return result;
    };
    return statement;
  };
}

function notePostgres(times) {
  const { query } = pg.Client.prototype;
  const since = new WeakMap();
  pg.Client.prototype.query = function queryNoted(...given) {
    const text = given[0]?.text ?? given[0];
    const asked = performance.now();
    const answer = query.apply(this, given);
    if (typeof answer?.then !== "function") return answer;
    return answer.then((result) => {
      if (text === "commit" && since.has(this)) times.push(performance.now() - since.get(this));
      if (/^(begin|commit|rollback)/.test(text)) since.delete(this);
      else if (/^(delete|update|insert)/.test(text) && result.rowCount > 0 && !since.has(this))
        since.set(this, asked);
      return result;
    });
  };
}
