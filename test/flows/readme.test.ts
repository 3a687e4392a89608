import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startServer, type TestServer } from "../support/server.ts";
import { Terminal } from "../support/shell-tools.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const readme = readFileSync(`${root}README.md`, "utf8");

let server: TestServer;
const terminal = new Terminal();

beforeAll(async () => {
  server = await startServer();
});

afterAll(async () => {
  terminal.remove();
  await server.stop();
});

/** The shell commands of the README's fenced blocks that begin with `prefix`. */
function commands(prefix: string): string[] {
  const blocks = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = ""]) => block);
  return blocks.flatMap((block) => block.split("\n")).filter((line) => line.startsWith(prefix));
}

function words(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
}

it("gives a token in 60 seconds, by the commands as they stand", async () => {
  const [createScope = "", createClient = "", ...more] = commands("npm run -s cli -- ");
  expect(more).toEqual([]);
  await server.cli(...words(createScope).slice(5));
  const client = await server.cli<Record<string, string>>(
    ...words(createClient.replace(" --json", "")).slice(5),
  );
  const told = (command: string) =>
    terminal.run(command.replace("http://localhost:3000", server.origin), root, {
      CLIENT_ID: client["client_id"],
      CLIENT_SECRET: client["client_secret"],
    });
  const [right = "", wrong = ""] = await Promise.all(commands("curl ").map(told));
  expect(JSON.parse(right)).toMatchObject({ token_type: "Bearer", scope: "server-operations" });
  const [, shown = ""] = /```json\n([\s\S]*?)```/.exec(readme) ?? [];
  const refusal = JSON.parse(wrong) as Record<string, string>;
  expect(Object.keys(refusal)).toEqual(Object.keys(JSON.parse(shown) as object));
  expect(refusal["reason"]).toBe("client_authentication_failed");
});

it("links to nothing that is not there", () => {
  const targets = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, target = ""]) => target);
  expect(targets.length).toBeGreaterThan(10);
  expect(targets.filter((target) => !existsSync(root + target))).toEqual([]);
});
