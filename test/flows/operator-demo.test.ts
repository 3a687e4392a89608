import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { rawRequest } from "../support/raw-request.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";

let server: TestServer;
beforeAll(async () => {
  // As the launcher starts it.
  const { serverMemory: env } = (await import("../../scripts/server-process.mjs" as string)) as {
    readonly serverMemory: Readonly<Record<string, string>>;
  };
  server = await startServer({ alone: true, env });
});
afterAll(() => server.stop());

const accountLine = /^account (.+): (\S+) password (\S+)$/gm;

function accounts(log: string): readonly (readonly string[])[] {
  return [...log.matchAll(accountLine)].map(([, role = "", identifier = "", password = ""]) => [
    role,
    identifier,
    password,
  ]);
}

/** Megabytes of it in memory, where the system says so. */
function residentMemory(pid: number | undefined): number {
  const status = existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, "utf8") : "";
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
}

it("prints where to click, who to be and the applications, the same at every start, and needs 120 MB at most", async () => {
  const first = server.log();
  expect(first).toContain(`Mubarokah ID is running at ${server.origin}`);
  expect(first).toContain(`${server.origin}/demo`);
  expect(accounts(first).map(([role]) => role)).toEqual(["admin", "user", "whatsapp-only user"]);
  expect(first).toMatch(/^application confidential: client_id [0-9a-f-]{36} client_secret [A-Za-z0-9]{40}$/m);
  expect(first).toMatch(/^application public: client_id [0-9a-f-]{36}$/m);
  const memory = [residentMemory(server.pid)];
  await server.kill();
  await server.start();
  memory.push(residentMemory(server.pid));
  expect(memory.filter((megabytes) => megabytes > 120)).toEqual([]);
  const again = server.log().slice(first.length);
  expect(accounts(again)).toEqual(accounts(first));
  expect(again).toContain(/^application confidential.*$/m.exec(first)?.[0]);
});

it("everybody it names can sign in, the admin as one", async () => {
  for (const [role, identifier = "", password = ""] of accounts(server.log()).slice(0, 3)) {
    const visitor = new Visitor(server.origin);
    const account = await visitor.submit(await visitor.get("/login"), { identifier, password });
    expect([role, account.url.pathname]).toEqual([role, "/account"]);
  }
  const roles = await server.database.sql("select role from users order by id");
  expect(roles.map(({ role }) => String(role).endsWith("admin"))).toEqual([true, false, false]);
});

it("clicks through sign-in and consent to the person's data by bare forms", async () => {
  const visitor = new Visitor(server.origin);
  const [, [, identifier = "", password = ""] = []] = accounts(server.log());
  let page = await visitor.submit(await visitor.get("/demo"), {}, ["application", "confidential"]);
  page = await visitor.submit(page, { identifier, password });
  page = await visitor.post(page, {}, ["decision", "approve"]);
  page = await visitor.get(page.headers.get("location") ?? "");
  page = await visitor.get("/demo");
  expect(page.text).toContain("budi@demo.example");
  expect(page.text).toContain("Jl. Malioboro 1");
});

it("keeps its secrets for itself, in files and on the wire", async () => {
  for (const name of ["secret.key", "demo.json"]) {
    const path = [join(server.dataFolder, name), join(server.dataFolder, "data", name)].find(existsSync);
    expect(statSync(path ?? "").mode & 0o777).toBe(0o600);
  }
  for (const path of ["/demo", "/dev/outbox"]) {
    const foreign = await rawRequest(server.origin, { path, host: "evil.example" });
    expect(foreign.status).toBe(404);
    const own = await fetch(server.origin + path);
    expect(own.status).toBe(200);
    expect(own.headers.get("Access-Control-Allow-Origin")).toBeNull();
  }
});

it("leaves a database alone that holds something else", async () => {
  const other = await startServer({ alone: true });
  await other.database.sql("delete from clients");
  await other.kill();
  const before = other.log().length;
  await other.start();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(other.log().slice(before)).not.toContain("account ");
  expect((await fetch(`${other.origin}/demo`)).status).toBe(404);
  await other.stop();
});
