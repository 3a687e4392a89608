import { randomBytes, randomInt } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import { fillInstallation } from "../test/support/installation.ts";
import { openFile } from "./sqlite.mjs";

/** How many tokens of each kind are known, so that a server can be asked by them. */
const wanted = { accessToken: 20_000, refreshToken: 2_000 };
const tokensOfOne = 100;

/** Fills a migrated database with tokens that nobody knows; resolves to its size in bytes. */
export async function fillWith(folder, tokens) {
  const database = openFile(folder);
  database.exec("pragma synchronous = off; begin");
  const users = Math.ceil(tokens / tokensOfOne);
  await fillInstallation(async (sql) => database.exec(sql), { users, tokens }, Date.now());
  database.exec("commit; pragma wal_checkpoint(truncate)");
  database.close();
  return statSync(join(folder, "bench.db")).size;
}

/** Ids spread by chance over the rows of a table. */
function someIds(database, table, count) {
  const end = (which) =>
    Number(
      database
        .prepare(`select ${which}(id) as id from ${table} where id > 't' and id < 'u'`)
        .get()
        .id.slice(1),
    );
  const [least, most] = [end("min"), end("max")];
  const next = database.prepare(`select id from ${table} where id >= ? and id < 'u' order by id limit 1`);
  const ids = new Set();
  for (let tries = 0; tries < count * 3 && ids.size < count; tries++)
    ids.add(next.get(`t${randomInt(least, most + 1)}`).id);
  return [...ids];
}

/** Gives rows from all over a table to a client, with tokens that are known from then on. */
export async function makeKnown(folder, table, kind, clientId) {
  const { mintToken } = await import("../dist/protocol/tokens/opaque.js");
  const database = openFile(folder);
  database.exec("begin immediate");
  const change = database.prepare(`update ${table} set id = ?, hash = ?, client_id = ? where id = ?`);
  const family = database.prepare(
    `update authorizations set client_id = ? where id = (select authorization_id from ${table} where id = ?)`,
  );
  const tokens = someIds(database, table, wanted[kind]).map((id) => {
    const minted = mintToken(kind, () => id.padEnd(26, "0"), randomBytes);
    family.run(clientId, id);
    change.run(minted.id, minted.hash, clientId, id);
    return minted.token;
  });
  database.exec("commit");
  database.close();
  return tokens;
}
