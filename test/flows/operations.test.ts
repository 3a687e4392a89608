import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { environmentSchema } from "../../src/config-schema.ts";
import { catalogue } from "../../src/errors/catalogue.ts";
import { commandLine } from "../support/command-line.ts";
import { aClientRow, aUserRow, writeDump } from "../support/passport-dump.ts";
import { postgresDatabase } from "../support/postgres.ts";
import { startServer } from "../support/server.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const guide = readFileSync(`${root}docs/operations.md`, "utf8");
const commands = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = ""]) =>
  block.trim().split("\n"),
);

describe("The operations guide", () => {
  let folder: string;
  let postgres: Awaited<ReturnType<typeof postgresDatabase>>;
  let environment: NodeJS.ProcessEnv;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "mubarokah-id-"));
    postgres = await postgresDatabase("empty");
    for (const name of ["bin", "backups", "dumps"]) mkdirSync(join(folder, name));
    // "npm run -s cli -- WORDS": what the shell made of it, for a command line without a process of its own.
    writeFileSync(
      join(folder, "bin/npm"),
      '#!/bin/sh\nshift 4\nprintf "%s\\0" "$DATABASE_URL" "$@" >words\ncat >stdin\n',
    );
    chmodSync(join(folder, "bin/npm"), 0o755);
    writeDump(join(folder, "dumps"), "users", "csv", [aUserRow({ id: 777 })]);
    writeDump(join(folder, "dumps"), "oauth_clients", "csv", [aClientRow()]);
    environment = {
      PATH: `${join(folder, "bin")}:${process.env["PATH"]}`,
      DATABASE_URL: `sqlite:${join(folder, "id.db")}`,
      POSTGRES_URL: postgres.url,
      SECRET_KEY: "5".repeat(64),
      BACKUPS: join(folder, "backups"),
      DUMPS: join(folder, "dumps"),
      NEW_PASSWORD: "kuda baterai staples",
    };
  });
  afterAll(async () => {
    await postgres.remove();
    rmSync(folder, { recursive: true });
  });

  const run = async (line: string) => {
    const shell = promisify(execFile)("sh", ["-ec", line], { env: environment, cwd: folder });
    shell.child.stdin?.end();
    await shell;
    const read = (name: string) => readFileSync(join(folder, name), "utf8");
    const [url, ...words] = read("words").split("\0").slice(0, -1);
    const { exitCode, stdout, stderr } = await commandLine(
      { ...environment, DATABASE_URL: url },
      words,
      read("stdin"),
    );
    expect(exitCode, `${line}\n${stderr}`).toBe(0);
    return stdout;
  };

  it("has commands that work, one after the other as they stand", async () => {
    const made = async (words: string) =>
      JSON.parse(await run(`npm run -s cli -- ${words} --json`)) as Record<string, unknown>;
    const person = await made('user create --name Budi --email budi@example.com --password "$NEW_PASSWORD"');
    const client = await made("client create --name Toko --redirect-uri https://app.example.com/cb");
    environment = { ...environment, USER_ID: `${person["id"]}`, CLIENT_ID: `${client["client_id"]}` };
    expect(commands.length).toBeGreaterThan(20);
    for (const line of commands) {
      expect(line).toContain("npm run -s cli -- ");
      expect(await run(line), line).toMatch(/\S/);
    }
  }, 120_000);

  it("links to nothing that is not there", () => {
    const targets = [...guide.matchAll(/\]\(([^)#]+)/g)].map(([, target = ""]) => target);
    expect(targets.length).toBeGreaterThan(8);
    expect(targets.filter((target) => !existsSync(join(root, "docs", target)))).toEqual([]);
  });
});

describe("The files for deployment", () => {
  const read = (name: string) => readFileSync(`${root}deploy/${name}`, "utf8");

  it("have alerts about metrics, routes and reasons that there are", async () => {
    const server = await startServer({ alone: true });
    const metrics = await (await fetch(`${server.origin}/metrics`)).text();
    await server.stop();
    const expressions = [...read("prometheus-alerts.yaml").matchAll(/expr: (.*)/g)].map(
      ([, text = ""]) => text,
    );
    const names = expressions.flatMap(
      (text) => text.match(/\b[a-z]+(?:_[a-z0-9]+)+\b(?=[{[)]| [<>])/g) ?? [],
    );
    expect(new Set(names).size).toBeGreaterThan(7);
    for (const name of new Set(names)) expect(metrics).toContain(`# TYPE ${name.replace(/_bucket$/, "")} `);
    const reasons = new Set(
      [catalogue.oauth, catalogue.api].flatMap((family) =>
        Object.values(family).flatMap(({ reasons: known }) => Object.keys(known)),
      ),
    );
    const alerted = expressions.flatMap((text) =>
      [...text.matchAll(/reason=~?"([^"]+)"/g)].flatMap(([, list = ""]) => list.split("|")),
    );
    expect(alerted.length).toBeGreaterThan(5);
    expect(alerted.filter((reason) => !reasons.has(reason))).toEqual([]);
  });

  it("have an example of settings that a production server starts with", () => {
    const lines = read("env.example")
      .split("\n")
      .filter((line) => /^[A-Z]/.test(line));
    const settings = Object.fromEntries(
      lines.map((line) => [
        line.slice(0, line.indexOf("=")),
        line.slice(line.indexOf("=") + 1).replaceAll('"', ""),
      ]),
    );
    expect(Object.keys(settings).filter((name) => !(name in environmentSchema.shape))).toEqual([]);
    const key = "5".repeat(64);
    expect(readConfig({ ...settings, SECRET_KEY: key, METRICS_TOKEN: key })).toMatchObject({
      mode: "production",
      issuer: "https://id.example.com",
    });
  });

  it("start the server as it is started elsewhere, from files that there are", async () => {
    const { serverMemory } = (await import("../../scripts/server-process.mjs" as string)) as {
      readonly serverMemory: Readonly<Record<string, string>>;
    };
    const settings = Object.entries(serverMemory).map(([name, value]) => `${name}=${value}`);
    for (const setting of settings) {
      expect(read("Dockerfile")).toContain(setting);
      expect(read("mubarokah-id.service")).toContain(setting);
    }
    expect(read("mubarokah-id.service")).toContain("ExecStart=/usr/bin/node dist/main.js");
    expect(read("Dockerfile")).toContain('CMD ["node", "dist/main.js"]');
    const copied = [...read("Dockerfile").matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, list = ""]) =>
      list.split(" "),
    );
    expect(copied).toContain("src");
    expect(copied.filter((name) => !existsSync(root + name))).toEqual([]);
    for (const name of copied) expect(read("Dockerfile.dockerignore").split("\n")).toContain(`!${name}`);
  });
});
