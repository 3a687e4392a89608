import { afterAll, describe, expect, it } from "vitest";
import { commands } from "../../src/cli/commands.ts";
import { CommandLine, commandLine } from "../support/command-line.ts";
import { linesOf, runToEnd } from "../support/run-main.ts";

const cli = await CommandLine.open();
afterAll(() => cli.close());

describe("scopes, maintenance and the database", () => {
  it("creates and lists scopes", async () => {
    const words = ["scope", "create", "server-operations", "--requires-approval"];
    expect(await cli.json(words)).toEqual({ name: "server-operations", requires_approval: true });
    const { scopes } = await cli.json(["scope", "list"]);
    expect(scopes).toContainEqual({ name: "server-operations", requires_approval: true, built_in: false });
    expect(scopes).toContainEqual({ name: "view-user", requires_approval: false, built_in: true });
    expect(await cli.refused(words)).toContain("There is a scope with this name already");
    for (const name of ["Has Blank", "ÜX", "openid", "x".repeat(65)])
      expect(await cli.refused(["scope", "create", name])).toMatch(/^scope create: NAME /);
  });

  it("switches maintenance", async () => {
    expect(await cli.json(["maintenance", "status"])).toMatchObject({ status: "off", retry_after: null });
    expect(await cli.json(["maintenance", "on"])).toMatchObject({ status: "on", retry_after: 120 });
    const words = ["maintenance", "on", "--retry-after", "60", "--message", "Kembali pukul 14.00"];
    const on = { status: "on", retry_after: 60, message: "Kembali pukul 14.00" };
    expect(await cli.json(words)).toMatchObject(on);
    expect(await cli.json(["maintenance", "status"])).toMatchObject(on);
    expect(await cli.json(["maintenance", "off"])).toMatchObject({ status: "off", retry_after: null });
    expect(await cli.refused(["maintenance", "on", "--retry-after", "0"])).toContain("--retry-after must be");
    expect(await cli.refused(["maintenance", "on", "--message", "a\nb"])).toContain(
      "--message must be one line",
    );
  });

  it("migrates, purges and checks", async () => {
    expect(await cli.json(["migrate", "--dry-run"])).toEqual({ pending: [] });
    expect(await cli.json(["migrate"])).toMatchObject({ applied: [] });
    expect(await cli.json(["purge"])).toEqual({ removed: 0 });
    expect(await cli.json(["doctor"])).toMatchObject({ ok: true });
    await cli.json(["maintenance", "on"]);
    const { checks } = await cli.json(["doctor"]);
    const detail = "on; maintenance off ends it";
    expect(checks).toContainEqual({ check: "maintenance", ok: true, detail });
    await cli.json(["maintenance", "off"]);
  });

  it("a dry run touches nothing; doctor tells what is missing", async () => {
    const fresh = await CommandLine.open();
    const planned = await commandLine(fresh.environment, ["migrate", "--dry-run", "--json"]);
    expect(JSON.parse(planned.stdout)).toEqual({
      pending: expect.arrayContaining([expect.stringMatching(/^0001/)]),
    });
    const checked = await commandLine(fresh.environment, ["doctor"]);
    expect(checked.exitCode).toBe(1);
    expect(checked.stdout).toMatch(/^WRONG {2}migrations: 0001/m);
    await fresh.close();
  });
});

describe("the command line itself", () => {
  it("lists every command, and has a manual for each", async () => {
    const { exitCode, stdout } = await commandLine(cli.environment, []);
    expect(exitCode).toBe(0);
    for (const { name, options = [] } of commands) {
      expect(stdout).toContain(`  ${name} `);
      const manual = await commandLine(cli.environment, [...name.split(" "), "--help"]);
      expect(manual.exitCode).toBe(0);
      for (const option of options) expect(manual.stdout).toContain(`--${option.name}`);
    }
  });

  it("is a process: its object on stdout, its line on stderr, its exit code", async () => {
    const env = cli.environment;
    const words = [
      "user",
      "create",
      "--name",
      "Eka",
      "--email",
      "eka@example.com",
      "--password-stdin",
      "--json",
    ];
    const made = await runToEnd("cli", { env, words, stdin: "tujuh bukit hijau\n" });
    expect([made.code, made.stderr]).toEqual([0, ""]);
    expect(JSON.parse(made.stdout)).toEqual({ id: expect.any(Number) });
    const again = await runToEnd("cli", { env, words, stdin: "tujuh bukit hijau\n" });
    expect(again).toEqual({
      code: 1,
      stdout: "",
      stderr: "user create: --email is taken by somebody else: nothing was created.\n",
    });
    expect((await runToEnd("cli", { env, words: ["user", "show"] })).code).toBe(2);
  });

  it.each([
    [["frobnicate"], '"frobnicate" is no command; there are: user create'],
    [["client", "frobnicate"], '"client frobnicate" is no command; there are: client create'],
    [["user"], '"user" is no command; there are: user create'],
    [["constructor"], '"constructor" is no command'],
    [["keys", "list"], '"keys" is no command'],
  ])("%j is answered with what there is", async (words, line) => {
    expect(await cli.refused(words)).toContain(line);
  });

  it("needs a database that outlives it, and names the setting that is wrong", async () => {
    for (const [url, line] of [
      ["sqlite::memory:", "DATABASE_URL is a database in memory"],
      ["mysql://x", "DATABASE_URL must be sqlite:PATH"],
      ["sqlite:/dev/null/x.db", "DATABASE_URL is away or locked"],
    ] as const) {
      const { exitCode, stderr } = await commandLine({ DATABASE_URL: url }, ["user", "show", "1"]);
      expect(exitCode).toBe(1);
      expect(linesOf(stderr)).toHaveLength(1);
      expect(stderr).toContain(line);
    }
  });
});
