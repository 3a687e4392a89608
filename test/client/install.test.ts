import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startServer, type TestServer } from "../support/server.ts";
import { Terminal } from "../support/shell-tools.ts";
import { packageFolder } from "./bundle.ts";
import { readme } from "./readme.ts";

/** The package as it is given out: from the server, into the empty project of a developer. */
let server: TestServer;
const terminal = new Terminal();
const folder = mkdtempSync(join(tmpdir(), "mubarokah-install-"));
const run = promisify(execFile);

beforeAll(async () => {
  server = await startServer();
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  terminal.remove();
  await server.stop();
});

const { exports } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
const entryPoints = Object.keys(exports).filter((name) => name !== "./package.json");

it("the README's commands install it, without any registry", async () => {
  const [, install = ""] = /```sh\n([\s\S]*?)```/.exec(readme) ?? [];
  expect(install).toContain("npm install");
  await terminal.run(install.replaceAll("https://id.example.com", server.origin), folder, {
    npm_config_offline: "true",
    npm_config_audit: "false",
    npm_config_cache: join(folder, "cache"),
  });
  const names = entryPoints.map((name) => name.replace(".", "@mubarokah/client"));
  expect(names).toHaveLength(7);
  const script = `
    const names = ${JSON.stringify(names)}.filter((name) => !name.endsWith("react"));
    const all = await Promise.all(names.map((name) => import(name)));
    console.log(JSON.stringify(all.map((module) => Object.keys(module).length > 0)));`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script], { cwd: folder });
  expect(JSON.parse(stdout)).toEqual(names.slice(1).map(() => true));
});

it("is what the build made of these sources, with the licence", async () => {
  const answer = await fetch(`${server.origin}/docs/mubarokah-client.tgz`);
  expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "application/gzip"]);
  const built = fileURLToPath(new URL("../../dist/guide/mubarokah-client.tgz", import.meta.url));
  expect(Buffer.from(await answer.arrayBuffer()).equals(readFileSync(built))).toBe(true);
  const installed = join(folder, "node_modules/@mubarokah/client");
  expect(readFileSync(join(installed, "README.md"), "utf8")).toBe(readme);
  expect(readFileSync(join(installed, "LICENSE"), "utf8")).toContain("Apache License");
});

it("packing the same sources again makes the same bytes, so that lockfiles stay true", async () => {
  const script = fileURLToPath(new URL("../../scripts/pack-client.mjs", import.meta.url));
  const again = join(folder, "again.tgz");
  await run(process.execPath, [script, again]);
  expect(readFileSync(again).equals(readFileSync(join(folder, "mubarokah-client.tgz")))).toBe(true);
});
