import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Opens the database of a server in `folder`, beside the server or without one. */
export function openFile(folder) {
  const database = new DatabaseSync(join(folder, "bench.db"));
  database.exec("pragma busy_timeout = 5000");
  return database;
}

export function onFile(folder, sql) {
  const database = openFile(folder);
  database.exec(sql);
  database.close();
}
