import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { everyReason } from "../../src/errors/walk.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where `provoked` writes down what it saw. */
    readonly provokedFile: string;
  }
}

function missingFrom(file: string): readonly string[] {
  const seen = new Set(readFileSync(file, "utf8").split("\n"));
  return everyReason()
    .map(({ family, code, reason }) => `${family} ${code} ${reason}`)
    .filter((name) => !seen.has(name));
}

/**
 * Counts which reasons of the catalogue some test provoked over HTTP. With `CATALOGUE_WALK=require`, which
 * `npm test` sets, a missing one fails the run; a run of some files only says how far it came.
 */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "catalogue-walk-"));
  const file = join(folder, "provoked.txt");
  writeFileSync(file, "");
  project.provide("provokedFile", file);
  return () => {
    const { CATALOGUE_WALK: walk } = process.env;
    const missing = missingFrom(file);
    const total = everyReason().length;
    rmSync(folder, { recursive: true, force: true });
    if (walk !== "require" && missing.length === total) return;
    console.log(`\n${total - missing.length} of ${total} reasons provoked over HTTP`);
    if (walk !== "require" || missing.length === 0) return;
    console.error(`No test provokes:\n  ${missing.join("\n  ")}`);
    process.exitCode = 1;
  };
}
