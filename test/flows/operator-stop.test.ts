import { type ChildProcess, spawn } from "node:child_process";
import { request } from "node:http";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import { Application } from "../support/application.ts";
import { freePort } from "../support/free-port.ts";
import { startServer } from "../support/server.ts";

const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));
const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once("exit", (code) => resolve(code)));
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** The process as the launcher starts it, with a channel between them. */
async function launched(): Promise<{ child: ChildProcess; port: number }> {
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: "",
    PORT: String(port),
    DATABASE_URL: "sqlite::memory:",
    LOG_LEVEL: "info",
  };
  const child = spawn(process.execPath, [main], { env, stdio: ["ignore", "ignore", "ignore", "ipc"] });
  started.push(child);
  while (!(await answers(`http://localhost:${port}/livez`)))
    await new Promise((resolve) => setTimeout(resolve, 25));
  return { child, port };
}

it("finishes what it accepted, takes nothing new, and exits with 0", async () => {
  const server = await startServer({ alone: true, env: { LOG_LEVEL: "info" } });
  const app = await Application.register(server, { grants: ["client_credentials"], scopes: ["view-user"] });
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: app.clientId,
    client_secret: app.clientSecret ?? "",
  }).toString();
  const answered = new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const headers = { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": body.length };
    const sent = request(`${server.origin}/oauth/token`, { method: "POST", headers }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on("end", () => resolve({ status: response.statusCode, text }));
    });
    sent.on("error", reject);
    sent.write(body.slice(0, 10));
    // The rest follows when the process is already on its way out.
    setTimeout(() => sent.end(body.slice(10)), 900);
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  const stopped = server.stop();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await answers(`${server.origin}/livez`)).toBe(false);
  const { status, text } = await answered;
  expect([status, JSON.parse(text)]).toEqual([200, expect.objectContaining({ token_type: "Bearer" })]);
  expect(await stopped).toBe(0);
  expect(server.log()).toContain('"msg":"stopping"');
});

it("connections that are merely kept alive do not hold it up", async () => {
  const server = await startServer({ alone: true });
  await fetch(`${server.origin}/docs/errors`).then((response) => response.text());
  const began = performance.now();
  expect(await server.stop()).toBe(0);
  expect(performance.now() - began).toBeLessThan(2000);
});

it("ends when its launcher is gone, however it went", async () => {
  const { child, port } = await launched();
  const exit = exitOf(child);
  child.disconnect();
  expect(await exit).toBe(0);
  expect(await answers(`http://localhost:${port}/livez`)).toBe(false);
});

it("ends once for a Ctrl-C that comes twice, from the terminal and from the launcher", async () => {
  const { child } = await launched();
  const exit = exitOf(child);
  child.kill("SIGINT");
  child.kill("SIGINT");
  expect(await exit).toBe(0);
});
