// Loaded into a server before its program: the file's text is a condition of the disk, "full" or "read-only", that SQLite then meets.
import { readFileSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

const file = process.env.SPOILED_DISK ?? "";
const pragmas = {
  full: ["max_page_count = 1"],
  "read-only": ["query_only = on"],
  good: ["max_page_count = 4294967294", "query_only = off"],
};
const connections = new Set();
const { prepare } = DatabaseSync.prototype;
DatabaseSync.prototype.prepare = function prepareKnown(...given) {
  connections.add(this);
  return prepare.apply(this, given);
};
let state = "good";
setInterval(() => {
  const wanted = readFileSync(file, "utf8");
  if (wanted === state || !(wanted in pragmas)) return;
  state = wanted;
  for (const connection of connections)
    if (connection.isOpen) for (const pragma of pragmas[state]) connection.exec(`pragma ${pragma}`);
  writeFileSync(`${file}.seen`, state);
}, 10).unref();
