import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Application, createPerson, type Tokens } from "../support/application.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";

const folder = mkdtempSync(join(tmpdir(), "mubarokah-id-"));
const file = join(folder, "disk");

let server: TestServer;
let application: Application;
let tokens: Tokens;
beforeAll(async () => {
  writeFileSync(file, "good");
  const preload = new URL("../support/spoiled-disk.mjs", import.meta.url).href;
  const env = { RATE_LIMITS: "off", SPOILED_DISK: file, NODE_OPTIONS: `--import=${preload}` };
  server = await startServer({ alone: true, env });
  const grants = ["authorization_code", "refresh_token", "client_credentials"];
  application = await Application.register(server, { grants });
  const person = await createPerson(server);
  tokens = await application.signIn(new Visitor(server.origin), person, { scope: "view-user edit-user" });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

async function disk(state: "good" | "full" | "read-only"): Promise<void> {
  writeFileSync(file, state);
  const seen = () => (existsSync(`${file}.seen`) ? readFileSync(`${file}.seen`, "utf8") : "");
  await expect.poll(seen).toBe(state);
}

const issue = () => application.token({ grant_type: "client_credentials", scope: "view-user" });
const read = () => application.api("/api/user", tokens.access_token);
const write = () =>
  application.api("/api/user", tokens.access_token, {
    method: "PATCH",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ bio: "Suka peta lama." }),
  });
const ready = async () => (await fetch(`${server.origin}/readyz`)).status;

it("a full disk: what finds no room is 503 and can be tried again, what is read goes on, nothing answered is lost", async () => {
  await disk("full");
  const issued: Response[] = [];
  while (issued.at(-1)?.status !== 503 && issued.length < 500) issued.push(await issue());
  await provoked("oauth", "temporarily_unavailable", "database_unavailable", issued.pop() ?? new Response());
  expect((await read()).status).toBe(200);
  await disk("good");
  expect((await issue()).status).toBe(200);
  for (const answer of issued.slice(-3)) {
    const { access_token: token } = (await answer.json()) as Tokens;
    const known = await application.token({ token }, "/oauth/introspect");
    expect(await known.json()).toMatchObject({ active: true });
  }
});

it("a read-only disk: writes are 503 and the node is not ready, until it can be written again, without a restart", async () => {
  await disk("read-only");
  await provoked("api", "service_unavailable", "database_unavailable", await write());
  expect((await read()).status).toBe(200);
  await expect.poll(ready, { timeout: 5_000 }).toBe(503);
  await disk("good");
  expect((await write()).status).toBe(200);
  await expect.poll(ready, { timeout: 5_000 }).toBe(200);
});
