// What npm test and npm run check share: each check is counted, and the last line says how many passed and failed.
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { environmentSchema } from "../src/config-schema.ts";
import { breaches } from "./budgets.mjs";
import { serverMemory } from "./server-process.mjs";
import { testFolder } from "./test-folder.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = (path) => join(root, "node_modules", path);
const testMinutes = 15;

/**
 * Settings of the server that the surroundings may hold would change what the tests see. Those that keep one server small
 * make each password that is hashed half as dear again.
 */
function cleanEnvironment(extra) {
  const names = [environmentSchema.shape, serverMemory].flatMap(Object.keys);
  const settings = new Set(names);
  const kept = Object.entries(process.env).filter(([name]) => !settings.has(name));
  return { ...Object.fromEntries(kept), ...extra };
}

/** Ends whatever a tool started: servers, browsers and databases of tests that did not come to their end. */
function endGroup(child) {
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // Nothing of it is left, as it should be.
  }
}

/**
 * Runs a tool on this very Node; resolves to its exit code. It and all it started end with it, after `minutes`, when this
 * process is told to end, and when the launcher goes.
 */
function run(args, { env = {}, minutes = 5 } = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: cleanEnvironment(env),
      stdio: ["ignore", "inherit", "inherit"],
      detached: process.platform !== "win32",
    });
    const end = () => endGroup(child);
    const endAll = () => {
      end();
      process.exit(130);
    };
    const endings = ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"];
    for (const ending of endings) process.once(ending, endAll);
    const timer = setTimeout(end, minutes * 60_000);
    child.on("exit", (code, signal) => {
      clearTimeout(timer);
      for (const ending of endings) process.off(ending, endAll);
      end();
      if (signal) console.error(`Stopped by ${signal}, at the latest after ${minutes} minutes.`);
      done(code ?? 1);
    });
  });
}

/** Budgets, types (of the server, of the scripts in pages), and lint with format: side by side. */
export async function staticChecks() {
  const budgets = breaches();
  for (const line of budgets) console.error(line);
  const [types, scripts, lint] = await Promise.all([
    run([bin("typescript/bin/tsc"), "--noEmit", "-p", root]),
    run([bin("typescript/bin/tsc"), "-p", join(root, "src/ui/scripts")]),
    run([bin("@biomejs/biome/bin/biome"), "check", "--diagnostic-level=error", root]),
  ]);
  const results = {
    budgets: budgets.length === 0,
    types: types === 0,
    scripts: scripts === 0,
    lint: lint === 0,
  };
  for (const [name, ok] of Object.entries(results)) console.log(`${ok ? "✓" : "✗"} ${name}`);
  const passed = Object.values(results).filter(Boolean).length;
  return { passed, failed: Object.keys(results).length - passed };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** Failures that no single test stands for: a file that cannot be loaded, a test that did not run, an unhandled error. */
function failuresOf(report, code) {
  const broken = report.testResults.filter((f) => f.status === "failed" && f.assertionResults.length === 0);
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests + broken.length;
  return failed === 0 && code !== 0 ? 1 : failed;
}

/** Where all that ends with the run lies, with the compiled code of a program that is started two hundred times; and what does not end. */
function folders(folder) {
  return { TMPDIR: folder, NODE_COMPILE_CACHE: join(folder, "compiled"), LASTING_TMPDIR: tmpdir() };
}

/** Runs vitest and counts. */
export async function tests(args, env) {
  const folder = mkdtempSync(join(testFolder(), "mubarokah-id-tests-"));
  // A database server that refuses to be root is somebody else.
  chmodSync(folder, 0o711);
  const clear = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", clear);
  const file = join(folder, "report.json");
  const code = await run(
    [
      bin("vitest/vitest.mjs"),
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
      ...args,
    ],
    { env: { ...env, ...folders(folder) }, minutes: testMinutes },
  );
  const report = readReport(file);
  clear();
  if (!report) return { passed: 0, failed: 1 };
  return { passed: report.numPassedTests, failed: failuresOf(report, code) };
}

/** The closing line, alone and last. */
export function close(results) {
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}
