import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ownCodes } from "../../packages/client/src/errors/own-codes.ts";
import { memoryStore, type UserSession } from "../../packages/client/src/index.ts";
import { Application, createPerson, type Person, walkToRedirect } from "../support/application.ts";
import { freePort } from "../support/free-port.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";
import { packageFolder } from "./bundle.ts";
import { inPlace, Project, readme, samples, typeErrors } from "./readme.ts";
import { client, json, scriptedFetch } from "./scripted.ts";

/** The README's samples, as they stand but for names, in the project of somebody who installed the built package. */
let server: TestServer;
let person: Person;
let project: Project;

beforeAll(async () => {
  server = await startServer();
  person = await createPerson(server);
  project = new Project();
});
afterAll(async () => {
  project.remove();
  await server.stop();
});

const executed = ["sign-in.ts", "errors.ts", "express.ts", "hono.ts", "next.ts", "machine.ts", "testing.ts"];

it("has no sample that is not run: React's is, in a real browser", () => {
  expect([...samples.keys()].sort()).toEqual([...executed, "react.tsx"].sort());
  expect(readme.match(/```tsx?\n/g)).toHaveLength(samples.size);
});

it("every sample satisfies the strictest compiler", async () => {
  for (const [name, code] of samples) project.write(name, code);
  expect(await typeErrors(project)).toBe("");
});

/** Runs a sample and resolves to what it exports. */
async function run<Exports>(name: string, surroundings: Parameters<typeof inPlace>[1]): Promise<Exports> {
  return import(project.write(`run-${name}`, inPlace(name, surroundings)));
}

function surroundingsOf({ clientId, clientSecret }: Application, port?: number) {
  return { issuer: server.origin, clientId, clientSecret, ...(port === undefined ? {} : { port }) };
}

it("Sign in", async () => {
  const sample = await run<{ url: string; callback: (url: string) => Promise<string> }>(
    "sign-in.ts",
    surroundingsOf(await Application.register(server)),
  );
  const back = await walkToRedirect(new Visitor(server.origin), person, sample.url);
  expect(await sample.callback(back.href)).toMatch(/^Siti Aminah.*: I like durian\.$/);
});

describe("Errors", () => {
  const tokens = { accessToken: "a", expiresAt: Date.now() + 3_600_000, scope: [] };

  it.each([
    ["Please sign in.", { error: "token_expired" }, 401],
    ["name, bio", { error: "validation_error", errors: { name: ["x"], bio: ["y"] } }, 400],
    ["Please come back in 61 seconds.", { error: "service_unavailable", retry_after: 61 }, 503],
    ["A newer server says teapot: Brew.", { error: "teapot", hint: "Brew." }, 418],
    ["Something went wrong. Please mention r-1.", { error: "permission_denied", request_id: "r-1" }, 403],
  ])("%s", async (text, body, status) => {
    const errorLog = vi.spyOn(console, "error").mockReturnValue();
    const sample = await run<{ greeting: (session: UserSession) => Promise<string> }>("errors.ts", {
      issuer: "",
    });
    const { fetch } = scriptedFetch(json(body, status));
    expect(await sample.greeting(client({ fetch }).session(memoryStore(tokens)))).toBe(text);
    errorLog.mockRestore();
  });

  it("the table has every code and reason of the package's own", () => {
    const rows = readme.matchAll(/^\| (?:`(\w+)` )?\| ((?:`\w+` )+)\| \S/gm);
    const told: Record<string, string[]> = {};
    let current = "";
    for (const [, code = current, reasons = ""] of rows) {
      current = code;
      told[code] ??= [];
      told[code].push(...Array.from(reasons.matchAll(/\w+/g), ([reason]) => reason));
    }
    expect(Object.keys(told).sort()).toEqual(Object.keys(ownCodes).sort());
    const types = readFileSync(join(packageFolder, "src/errors/own-reasons.ts"), "utf8");
    const typed = types
      .matchAll(/readonly (\w+):([^;]+);/g)
      .map(([, code = "", union = ""]): [string, string[]] => [
        code,
        Array.from(union.matchAll(/"(\w+)"/g), ([, reason = ""]) => reason),
      ]);
    const sorted = (pairs: Iterable<readonly [string, readonly string[]]>) =>
      Object.fromEntries(Array.from(pairs, ([code, reasons]) => [code, reasons.toSorted()]));
    expect(sorted(Object.entries(told))).toEqual(sorted(typed));
  });
});

it.each(["express.ts", "hono.ts"])("%s: whoever opens the page signs in and is greeted", async (name) => {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const application = await Application.register(server, { redirectUris: [`${origin}/callback`] });
  const sample = await run<{ server: Server }>(name, surroundingsOf(application, port));
  if (!sample.server.listening) await once(sample.server, "listening");
  const visitor = new Visitor(origin);
  const atServer = (await visitor.get("/")).headers.get("location") ?? "";
  const back = await walkToRedirect(new Visitor(server.origin), person, atServer);
  expect((await visitor.get(back)).text).toMatch(/^Hello, Siti Aminah/);
  sample.server.closeAllConnections();
  sample.server.close();
});

it("Next.js", async () => {
  const origin = "http://localhost:4000";
  const application = await Application.register(server, { redirectUris: [`${origin}/callback`] });
  type Handler = (request: Request) => Promise<Response>;
  const { signIn } = await run<{ signIn: { login: Handler; callback: Handler } }>(
    "next.ts",
    surroundingsOf(application, 4000),
  );
  const begun = await signIn.login(new Request(`${origin}/login`));
  const [pending = ""] = begun.headers.getSetCookie().map((line) => line.split(";", 1)[0] ?? "");
  const back = await walkToRedirect(new Visitor(server.origin), person, begun.headers.get("Location") ?? "");
  const done = await signIn.callback(new Request(back, { headers: { Cookie: pending } }));
  expect([done.status, done.headers.get("Location")]).toEqual([303, "/"]);
  expect(done.headers.getSetCookie().join()).toMatch(/session=%7B%22accessToken%22/);
  expect(await (await signIn.callback(new Request(back))).text()).toBe("Start the sign-in again.");
});

it("Programs without a person", async () => {
  await server.cli("scope", "create", "server-operations");
  const application = await Application.register(server, {
    grants: ["client_credentials"],
    scopes: ["server-operations"],
  });
  const sample = await run<{ authorization: string }>("machine.ts", surroundingsOf(application));
  expect(sample.authorization).toMatch(/^Bearer \S{20,}$/);
});

it("Testing your own code", async () => {
  const sample = await run<{ caught: string }>("testing.ts", { issuer: "https://id.example.com" });
  expect(sample.caught).toBe("maintenance 120000");
});
