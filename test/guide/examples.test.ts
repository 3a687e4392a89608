import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Project, typeErrors } from "../client/readme.ts";
import {
  Application,
  type ApplicationOptions,
  createPerson,
  type Person,
  walkToRedirect,
} from "../support/application.ts";
import { freePort } from "../support/free-port.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { Terminal } from "../support/shell-tools.ts";
import { Visitor } from "../support/visitor.ts";
import { exampleProject, examples, load, settingsFor } from "./example-project.ts";

let server: TestServer;
let person: Person;
let project: Project;

beforeAll(async () => {
  server = await startServer();
  project = exampleProject();
  person = await createPerson(server);
});
afterAll(async () => {
  project.remove();
  await server.stop();
});

const path = (name: string) => join(project.folder, "examples", name);

/** An application that comes back to a port of its own. */
async function registered(options: ApplicationOptions = {}) {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const application = await Application.register(server, {
    redirectUris: [`${origin}/callback`],
    ...options,
  });
  return { application, origin, settings: settingsFor(application, port) };
}

/** From an example's answer that leads to the server, through sign-in there, to the address that leads back. */
async function back(location: string | null | undefined): Promise<URL> {
  return walkToRedirect(new Visitor(server.origin), person, location ?? "");
}

async function ended(site: Server): Promise<void> {
  site.closeAllConnections();
  await new Promise((resolve) => site.close(resolve));
}

const untried: ReadonlyMap<string, string> = new Map([
  ["laravel", "**Not tried:**"],
  ["python", "**Not run by the tests,**"],
]);

it("every example is run by a test, says that it is not tried, and is short", () => {
  const folders = readdirSync(examples).filter((name) => name !== "README.md");
  expect(folders.sort()).toEqual(
    [...untried.keys(), "curl", "express", "hono-bff", "machine", "nextjs", "react-spa"].sort(),
  );
  for (const name of folders) {
    const readme = readFileSync(join(examples, name, "README.md"), "utf8");
    expect(readme).toContain(untried.get(name) ?? "");
    expect(readme.includes("**Not "), name).toBe(untried.has(name));
  }
  const files = readdirSync(examples, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
  for (const { parentPath, name } of files)
    expect(readFileSync(join(parentPath, name), "utf8").split("\n").length, name).toBeLessThanOrEqual(150);
});

it("all of them satisfy the strictest compiler", async () => {
  expect(await typeErrors(project)).toBe("");
});

describe("Express", () => {
  it("signs in, changes the name, says what is wrong with one, and signs out", async () => {
    const { origin, settings } = await registered();
    const shop = await load<{ server: Server }>(path("express/server.ts"), settings);
    const log = vi.spyOn(console, "error").mockReturnValue();
    const visitor = new Visitor(origin);
    const begun = await visitor.get("/");
    const home = await visitor.get(await back(begun.headers.get("location")));
    expect(home.text).toContain("<h1>Hello, Siti Aminah");
    const post = (path: string, from: string, body = "") =>
      visitor.request(path, {
        method: "POST",
        headers: { Origin: from, "Content-Type": "application/x-www-form-urlencoded" },
        body,
      });
    expect((await post("/name", "https://evil.example", "name=Eve")).status).toBe(403);
    expect((await post("/name", origin, "name=Siti+%3Cb%3E")).status).toBe(303);
    expect((await visitor.get("/")).text).toContain("<h1>Hello, Siti &lt;b>");
    const refused = await post("/name", origin, "name=");
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining("Please check: name")]);
    expect(log.mock.calls.flat().join()).toContain("validation_error (field_invalid)");
    expect((await post("/logout", origin)).text).toContain("Goodbye");
    expect((await visitor.request("/")).headers.get("location")).toContain("/login?");
    log.mockRestore();
    await ended(shop.server);
  });
});

describe("Hono behind a single-page application", () => {
  it("keeps the tokens from the page and answers its own script only", async () => {
    const { origin, settings } = await registered();
    const shop = await load<{ server: Server }>(path("hono-bff/server.ts"), settings);
    if (!shop.server.listening) await once(shop.server, "listening");
    const visitor = new Visitor(origin);
    const call = (path: string, method = "GET", headers = { "X-Requested-By": "shop" }) =>
      visitor.request(path, { method, headers });
    expect((await call("/bff/user")).status).toBe(401);
    const begun = await visitor.request("/login");
    expect((await visitor.get(await back(begun.headers.get("location")))).text).toContain(
      'content="0;url=/"',
    );
    const user = await call("/bff/user");
    expect(JSON.parse(user.text)).toEqual({
      id: expect.any(Number),
      name: expect.stringMatching(/^Siti/),
      profile_picture: null,
    });
    expect((await visitor.request("/bff/user")).status).toBe(403);
    expect((await visitor.get("/")).text).not.toMatch(/access|refresh/i);
    expect((await call("/bff/logout", "POST")).status).toBe(200);
    expect((await call("/bff/user")).status).toBe(401);
    await ended(shop.server);
  });
});

describe("Next.js", () => {
  it("keeps the tokens in a cookie that nobody else can open or make", async () => {
    const { origin, settings } = await registered();
    type Route = { GET: (request: Request) => Promise<Response> };
    const [login, callback, me] = await Promise.all(
      ["login", "callback", "me"].map((name) => load<Route>(path(`nextjs/app/${name}/route.ts`), settings)),
    );
    const jar = (response?: Response) =>
      response?.headers
        .getSetCookie()
        .map((line) => line.split(";", 1)[0])
        .join("; ") ?? "";
    const begun = await login?.GET(new Request(`${origin}/login`));
    const address = await back(begun?.headers.get("Location"));
    const done = await callback?.GET(new Request(address, { headers: { Cookie: jar(begun) } }));
    expect([done?.status, done?.headers.get("Location")]).toEqual([303, "/me"]);
    const Cookie = jar(done);
    expect(Cookie).not.toMatch(/accessToken|%22/);
    const seen = await me?.GET(new Request(`${origin}/me`, { headers: { Cookie } }));
    expect(await seen?.json()).toMatchObject({ name: expect.stringMatching(/^Siti/) });
    const forged = Cookie.replace(/session=..../, "session=AAAA");
    const refused = await me?.GET(new Request(`${origin}/me`, { headers: { Cookie: forged } }));
    expect([refused?.status, refused?.headers.get("Set-Cookie")]).toEqual([
      401,
      expect.stringContaining("Max-Age=0"),
    ]);
  });
});

describe("A program without a person", () => {
  it("calls an API with a token of its own, and says by its exit what went wrong", async () => {
    await server.cli("scope", "create", "server-operations");
    const options = { grants: ["client_credentials"], scopes: ["server-operations"] };
    const { settings, origin } = await registered(options);
    const api = createServer((request, response) =>
      response.end(`reports for ${request.headers.authorization}`),
    );
    await new Promise<void>((resolve) => api.listen(Number(settings.PORT), resolve));
    const run = (env: Readonly<Record<string, string>>, ...words: string[]) =>
      promisify(execFile)(process.execPath, [path("machine/job.ts"), ...words], {
        env: { ...process.env, ...env },
      }).catch((error) => error);
    const [right, wrong, away, without] = await Promise.all([
      run(settings, origin),
      run({ ...settings, CLIENT_SECRET: "wrong" }, origin),
      run({ ...settings, ISSUER: `http://localhost:${await freePort()}` }, origin),
      run(settings),
    ]);
    expect(right.stdout).toMatch(/^reports for Bearer \S{20,}\n$/);
    expect([wrong.code, wrong.stderr]).toEqual([
      78,
      expect.stringContaining("#client_authentication_failed"),
    ]);
    expect([away.code, without.code]).toEqual([75, 64]);
    await ended(api);
  });
});

describe("curl", () => {
  it("walks through a whole sign-in, and believes no answer but its own", async () => {
    const { settings, origin } = await registered();
    const terminal = new Terminal();
    const env = terminal.environment({ ...settings, REDIRECT_URI: `${origin}/callback` });
    const walk = async (answer: (url: string) => Promise<string>) => {
      const child = spawn("sh", [path("curl/sign-in.sh")], { env });
      let printed = "";
      const address = new Promise<string>((resolve) => {
        for (const stream of [child.stdout, child.stderr])
          stream.on("data", (chunk) => {
            printed += chunk;
            const url = /^http\S+\/oauth\/authorize\S+$/m.exec(printed)?.[0];
            if (url) resolve(url);
          });
      });
      child.stdin.end(`${await answer(await address)}\n`);
      const [code] = await once(child, "close");
      return { code, printed };
    };
    const [good, foreign] = await Promise.all([
      walk(async (url) => (await back(url)).href),
      walk(async () => `${origin}/callback?code=c&state=another`),
    ]);
    expect(good).toEqual({ code: 0, printed: expect.stringMatching(/"name":"Siti/) });
    expect(foreign).toEqual({
      code: 1,
      printed: expect.stringContaining("no answer to the sign-in begun here"),
    });
    terminal.remove();
  });
});
