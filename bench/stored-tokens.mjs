import { randomBytes, randomInt } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import { bulkClient, fillInstallation } from "../test/support/installation.ts";
import { openFile } from "./sqlite.mjs";

/** How many tokens of each kind are known, so that a server can be asked by them. */
const wanted = { access: 20_000, refresh: 2_000 };
const tokensOfOne = 100;

/** Ids spread by chance over the rows of a table. */
function someIds(database, table, count) {
  const { least, most, rows } = database
    .prepare(`select min(substr(id, 2)) as least, max(substr(id, 2)) as most, count(*) as rows from ${table}`)
    .get();
  const next = database.prepare(`select id from ${table} where id >= ? order by id limit 1`);
  const ids = new Set();
  for (let tries = 0; tries < count * 3 && ids.size < Math.min(count, rows / 2); tries++)
    ids.add(next.get(`t${randomInt(Number(least), Number(most) + 1)}`).id);
  return [...ids];
}

/** Gives some rows of a table tokens that are known from then on. */
async function makeKnown(database, table, kind, count) {
  const { mintToken } = await import("../dist/protocol/tokens/opaque.js");
  const change = database.prepare(`update ${table} set id = ?, hash = ? where id = ?`);
  return someIds(database, table, count).map((id) => {
    const minted = mintToken(kind, () => id.padEnd(26, "0"), randomBytes);
    change.run(minted.id, minted.hash, id);
    return minted.token;
  });
}

/** Fills a migrated database with tokens of a public application. */
export async function fillWith(folder, tokens) {
  const database = openFile(folder);
  database.exec("pragma synchronous = off; begin");
  const users = Math.ceil(tokens / tokensOfOne);
  await fillInstallation(async (sql) => database.exec(sql), { users, tokens }, Date.now());
  const known = {
    access: await makeKnown(database, "access_tokens", "accessToken", wanted.access),
    refresh: await makeKnown(database, "refresh_tokens", "refreshToken", wanted.refresh),
    clientId: bulkClient,
  };
  database.exec("commit; pragma wal_checkpoint(truncate)");
  database.close();
  return { known, bytes: statSync(join(folder, "bench.db")).size };
}
