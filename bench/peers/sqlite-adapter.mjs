import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

let database;

function open() {
  const made = new DatabaseSync(join(mkdtempSync(join(tmpdir(), "bench-oidc-")), "peer.db"));
  made.exec("pragma journal_mode = wal; pragma synchronous = normal");
  made.exec("create table rows (key text primary key, grant_id text, payload text) without rowid");
  made.exec("create index rows_by_grant on rows (grant_id)");
  const statements = {
    put: made.prepare("insert or replace into rows values (?, ?, ?)"),
    find: made.prepare("select payload from rows where key = ?"),
    remove: made.prepare("delete from rows where key = ?"),
    removeGrant: made.prepare("delete from rows where grant_id = ?"),
  };
  return statements;
}

/** The simplest adapter that does its duty, with prepared statements and `synchronous=NORMAL`. */
export class SqliteAdapter {
  constructor(model) {
    this.model = model;
    database ??= open();
  }

  key(id) {
    return `${this.model}:${id}`;
  }

  async upsert(id, payload) {
    database.put.run(this.key(id), payload.grantId ?? null, JSON.stringify(payload));
  }

  async find(id) {
    const row = database.find.get(this.key(id));
    return row && JSON.parse(row.payload);
  }

  async findByUid(uid) {
    return this.find(uid);
  }

  async consume(id) {
    const payload = await this.find(id);
    await this.upsert(id, { ...payload, consumed: Math.floor(Date.now() / 1000) });
  }

  async destroy(id) {
    database.remove.run(this.key(id));
  }

  async revokeByGrantId(grantId) {
    database.removeGrant.run(grantId);
  }
}
