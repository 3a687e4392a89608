// Keeps one PostgreSQL for as long as its standard input is open, so that none is left behind however the tests end.
import { openStorage } from "../../src/storage/sql/open.ts";
import { startPostgres } from "./postgres-server.ts";
import { withDatabase } from "./postgres-sql.ts";

const server = await startPostgres();
await withDatabase(server.urlOf("postgres"), (run) => run("create database migrated"));
const storage = await openStorage(server.urlOf("migrated"));
await storage.migrations.apply();
await storage.close();
process.stdout.write(`${server.urlOf("postgres")}\n`);
process.stdin.resume();
process.stdin.once("close", async () => {
  await server.stop();
  process.exit(0);
});
