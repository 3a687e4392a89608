import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Application, createPerson, type Person, type Tokens } from "../support/application.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";

const hour = 3_600_000;
const folder = mkdtempSync(join(tmpdir(), "mubarokah-id-"));
const file = join(folder, "clock");

let server: TestServer;
let application: Application;
let person: Person;
let visitor: Visitor;
let tokens: Tokens;
beforeAll(async () => {
  writeFileSync(file, "0");
  const preload = new URL("../support/shifted-clock.mjs", import.meta.url).href;
  const env = { SHIFTED_CLOCK: file, NODE_OPTIONS: `--import=${preload}` };
  server = await startServer({ alone: true, env });
  application = await Application.register(server);
  person = await createPerson(server);
  visitor = new Visitor(server.origin);
  tokens = await application.signIn(visitor, person);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** Sets the server's clock wrong, and waits until it is. */
async function jump(milliseconds: number): Promise<void> {
  writeFileSync(file, String(milliseconds));
  const seen = () => (existsSync(`${file}.seen`) ? readFileSync(`${file}.seen`, "utf8") : "");
  await expect.poll(seen).toBe(String(milliseconds));
}

const user = (token: string) => application.api("/api/user", token);

/** Everything that somebody who comes now needs. */
async function expectWork(): Promise<void> {
  const fresh = await application.signIn(new Visitor(server.origin), person);
  expect((await user(fresh.access_token)).status).toBe(200);
  expect((await application.refresh(fresh.refresh_token ?? "")).status).toBe(200);
  expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
}

it("goes on when the clock is set back: what was issued later than now counts, and so does what is issued now", async () => {
  await jump(-2 * hour);
  expect((await user(tokens.access_token)).status).toBe(200);
  expect((await visitor.get("/account")).status).toBe(200);
  await expectWork();
});

it("goes on when the clock leaps: access tokens are over, sign-ins and refresh tokens are not", async () => {
  await jump(25 * hour);
  await provoked("api", "token_expired", "token_expired", await user(tokens.access_token));
  expect((await visitor.get("/account")).url.pathname).toBe("/account");
  await expectWork();
  const refreshed = await application.refresh(tokens.refresh_token ?? "");
  expect(refreshed.status).toBe(200);
  tokens = (await refreshed.json()) as Tokens;
});

it("is as before when the clock is right again", async () => {
  await jump(0);
  expect((await user(tokens.access_token)).status).toBe(200);
  expect((await visitor.get("/account")).url.pathname).toBe("/account");
  await expectWork();
});
