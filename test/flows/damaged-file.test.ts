import { closeSync, ftruncateSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Application, createPerson, type Tokens } from "../support/application.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";

let server: TestServer;
let application: Application;
let tokens: Tokens;
let visitor: Visitor;
let backup: string;
beforeAll(async () => {
  server = await startServer({ alone: true, env: { RATE_LIMITS: "off" } });
  const grants = ["authorization_code", "refresh_token", "client_credentials"];
  application = await Application.register(server, { grants });
  const person = await createPerson(server);
  visitor = new Visitor(server.origin);
  tokens = await application.signIn(visitor, person);
  backup = join(server.dataFolder, "backup.db");
  await server.cli("backup", backup);
});
afterAll(() => server.stop());

/** Everything that is stored is in the file itself then, and nothing of it in its journal. */
function checkpointed(): void {
  const database = new DatabaseSync(server.databaseFile, { timeout: 5_000 });
  database.exec("pragma wal_checkpoint(truncate)");
  database.close();
}

function changed(change: (file: number, bytes: number) => void): void {
  const file = openSync(server.databaseFile, "r+");
  change(file, statSync(server.databaseFile).size);
  closeSync(file);
}

const pageSize = 4096;
/** What happens to the file below a server that is at work. */
const spoil: Readonly<Record<string, () => void>> = {
  "overwritten in the middle": () =>
    changed((file, bytes) => {
      // The first page says that it is a database; all others have rows, or point to them.
      for (let at = pageSize; at < bytes; at += pageSize)
        writeSync(file, Buffer.alloc(512, 0x5a), 0, 512, at);
    }),
  "cut off": () => changed((file) => ftruncateSync(file, pageSize)),
  "overwritten from the first byte on": () =>
    changed((file, bytes) => writeSync(file, Buffer.alloc(bytes, 0x5a), 0, bytes, 0)),
  removed: () => rmSync(server.databaseFile),
  replaced: () => {
    writeCopy(`${server.databaseFile}.other`);
    renameSync(`${server.databaseFile}.other`, server.databaseFile);
  },
};

function writeCopy(path: string): void {
  const database = new DatabaseSync(server.databaseFile, { timeout: 5_000 });
  database.prepare("vacuum into ?").run(path);
  database.close();
}

const issue = () => application.token({ grant_type: "client_credentials", scope: "view-user" });
const user = () => application.api("/api/user", tokens.access_token);
const ready = async () => (await fetch(`${server.origin}/readyz`)).status;

it.each(Object.entries(spoil))(
  "a file that is %s below a server: 503 for all, until a backup is restored and it starts anew",
  async (_what, spoilFile) => {
    expect([(await issue()).status, (await user()).status, await ready()]).toEqual([200, 200, 200]);
    checkpointed();
    spoilFile();
    // What is in memory is as right as before; nothing that rests on the file is answered with success again.
    const answers: Response[] = [];
    await expect
      .poll(async () => {
        answers.push(await issue(), await user());
        return answers.at(-1)?.status;
      })
      .toBe(503);
    for (const { status } of answers) expect([200, 503]).toContain(status);
    await provoked("oauth", "temporarily_unavailable", "database_unavailable", await issue());
    await provoked("api", "service_unavailable", "database_unavailable", await user());
    const page = await visitor.get("/account");
    expect([page.status, page.headers.get("retry-after")]).toEqual([503, expect.stringMatching(/^\d+$/)]);
    await expect.poll(ready, { timeout: 5_000 }).toBe(503);
    expect((await fetch(`${server.origin}/livez`)).status).toBe(200);
    expect(server.log()).toMatch(/The database file [^"]*: stop the server and restore a backup/);
    expect(server.log()).not.toContain('"reason":"unexpected"');
    await server.kill();
    await server.cli("restore", backup, "--force");
    await server.start();
  },
);

it("a journal whose database is gone is not thrown away by a start", async () => {
  await issue();
  await server.kill();
  renameSync(server.databaseFile, `${server.databaseFile}.lost`);
  const journal = `${server.databaseFile}-wal`;
  const { size } = statSync(journal);
  expect(size).toBeGreaterThan(0);
  await expect(server.start()).rejects.toThrow(/its journal .*-wal is: restore a backup/);
  expect(statSync(journal).size).toBe(size);
  await server.cli("restore", backup);
  await server.start();
  expect([(await issue()).status, (await user()).status]).toEqual([200, 200]);
});
