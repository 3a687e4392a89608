import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type MubarokahError, mubarokahError } from "../../packages/client/src/errors/mubarokah-error.ts";
import type { Mubarokah } from "../../packages/client/src/index.ts";
import { Project, typeErrors } from "../client/readme.ts";
import { ApiSeed } from "../support/api-seed.ts";
import { Application, createPerson, walkToRedirect } from "../support/application.ts";
import { freePort } from "../support/free-port.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { standIns, Terminal } from "../support/shell-tools.ts";
import { Visitor } from "../support/visitor.ts";
import { blocks, difference, root } from "./pages.ts";
import { Variables } from "./variables.ts";

/** Every command and every piece of code of the documentation, run against one server. */
let server: TestServer;
let seed: ApiSeed;
let variables: Variables;
let terminal: Terminal;
let project: Project;
let folder: string;

const all = blocks();
const commands = all.filter(({ language }) => language === "sh");
const files = new Map(
  all
    .filter(({ language }) => language === "ts")
    .map(({ code }) => [/^\/\/ (\S+)/.exec(code)?.[1] ?? "", code]),
);

/** `npm run -s cli -- …` is this server's command line; what takes a network, or an hour, is followed by hand. */
const npm = `#!/bin/sh
case "$*" in
  "run -s cli -- "*) shift 4; exec "$NODE" "${root}dist/cli.js" "$@" ;;
esac
`;
const git = `#!/bin/sh
mkdir -p "$3"
`;

beforeAll(async () => {
  server = await startServer();
  seed = await ApiSeed.open(server);
  variables = await Variables.prepare(seed);
  terminal = new Terminal({ ...standIns("missing"), npm, git });
  project = new Project();
  folder = mkdtempSync(join(tmpdir(), "mubarokah-reader-"));
  for (const name of ["server", "dumps"]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "dumps/users.csv"), "id,name,email,password\n");
  writeFileSync(join(folder, "dumps/oauth_clients.csv"), "id,name,secret,redirect\n");
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  project.remove();
  terminal.remove();
  await seed.storage.close();
  await server.stop();
});

it("has no block that is neither run nor shown as text", () => {
  expect(new Set(all.map(({ language }) => language))).toEqual(new Set(["sh", "json", "ts", "text"]));
  const answers = all.filter(({ language }) => language === "json");
  expect(commands.filter(({ prints }) => prints !== undefined)).toHaveLength(answers.length);
  expect([...files.keys()].sort()).toEqual(["display-name.ts", "rehearse.ts", "shop.ts", "what-to-do.ts"]);
});

it.each(commands.map((block) => ({ ...block, first: block.code.split("\n", 1)[0] })))(
  "$page: $first",
  async ({ code, prints }) => {
    const script = code
      .replaceAll("http://localhost:3000", server.origin)
      .replaceAll("https://id.example.com", server.origin);
    const values = await variables.valuesFor(script);
    const printed = await terminal.run(script, join(folder, "server"), {
      DATABASE_URL: server.database.url,
      REPOSITORY: "any",
      DUMPS: join(folder, "dumps"),
      ...values,
    });
    if (prints === undefined) return;
    const shown = JSON.stringify(prints)
      .replaceAll("http://localhost:3000", server.origin)
      .replaceAll("https://id.example.com", server.origin);
    expect(difference(JSON.parse(shown), JSON.parse(printed)), printed).toBeUndefined();
  },
);

it("every piece of TypeScript satisfies the strictest compiler", async () => {
  for (const [name, code] of files) project.write(name, code);
  expect(await typeErrors(project)).toBe("");
});

it("quick-start.md: the shop greets whoever signs in", async () => {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const [application, person] = await Promise.all([
    Application.register(server, { redirectUris: [`${origin}/callback`] }),
    createPerson(server),
  ]);
  const { clientId, clientSecret } = application;
  const settings = {
    ISSUER: server.origin,
    CLIENT_ID: clientId,
    CLIENT_SECRET: clientSecret,
    PORT: String(port),
  };
  Object.assign(process.env, settings);
  const shop = (await import(project.write("shop.ts", files.get("shop.ts") ?? ""))) as { server: Server };
  for (const name of Object.keys(settings)) delete process.env[name];
  const visitor = new Visitor(origin);
  const atServer = (await visitor.get("/")).headers.get("location") ?? "";
  const back = await walkToRedirect(new Visitor(server.origin), person, atServer);
  expect((await visitor.get(back)).text).toMatch(/^Hello, Siti Aminah.*!$/);
  shop.server.closeAllConnections();
  shop.server.close();
});

it("whatsapp-users.md: nobody is without a name to show", async () => {
  const path = project.write("display-name.ts", files.get("display-name.ts") ?? "");
  const { handleOf } = (await import(path)) as { handleOf: (user: object) => string };
  const user = { id: 7, name: "Siti", username: null, email: null };
  expect(handleOf(user)).toBe("Siti (no. 7)");
  expect(handleOf({ ...user, username: "siti.a" })).toBe("Siti (siti.a)");
});

it("error-lab.md: the SDK meets the error that was wished for", async () => {
  const path = project.write("rehearse.ts", files.get("rehearse.ts") ?? "");
  type Meeting = (wish: string, settings: object) => Mubarokah;
  const { meeting } = (await import(path)) as { meeting: Meeting };
  const { TEST_ID: clientId, TEST_SECRET: clientSecret } = await variables.rehearsing();
  const settings = { issuer: server.origin, clientId, clientSecret };
  const error = await meeting("invalid_grant/refresh_token_reused", settings)
    .refresh("any")
    .catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: "invalid_grant", reason: "refresh_token_reused" });
});

it("handling-errors.md: every kind of error has a reaction", async () => {
  const path = project.write("what-to-do.ts", files.get("what-to-do.ts") ?? "");
  const { reactionTo } = (await import(path)) as { reactionTo: (error: MubarokahError) => string };
  const error = (code: string, reason: string, retryable = false) =>
    reactionTo(mubarokahError({ code, reason, retryable }));
  expect(error("invalid_grant", "refresh_token_expired")).toBe("sign-in-again");
  expect(error("access_denied", "user_denied")).toBe("tell-the-person");
  expect(error("access_denied", "interaction_expired")).toBe("sign-in-again");
  expect(error("validation_error", "field_invalid")).toBe("show-the-form");
  expect(error("server_error", "unexpected", true)).toBe("later");
  expect(error("invalid_client", "client_disabled")).toBe("mend-the-program");
});
