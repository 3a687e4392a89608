import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { rehearsedHeader } from "../../src/errors/headers.ts";
import { everyReason } from "../../src/errors/walk.ts";
import { nameOf, readSeen, unlikeReal } from "./provoked-shape.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where `provoked` writes down what it saw. */
    readonly provokedFile: string;
  }
}

function missingFrom(seen: ReturnType<typeof readSeen>): readonly string[] {
  const names = new Set(seen.filter(({ rehearsed }) => !rehearsed).map(({ name }) => name));
  return everyReason()
    .map(nameOf)
    .filter((name) => !names.has(name));
}

function complain(title: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  console.error(`${title}\n  ${lines.join("\n  ")}`);
  process.exitCode = 1;
}

/**
 * Counts which reasons of the catalogue some test provoked over HTTP. With `CATALOGUE_WALK=require`, which
 * `npm test` sets, a missing one fails the run, and so does a rehearsed answer that is like no real one; a run of some
 * files only says how far it came.
 */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "catalogue-walk-"));
  const file = join(folder, "provoked.txt");
  writeFileSync(file, "");
  project.provide("provokedFile", file);
  return () => {
    const { CATALOGUE_WALK: walk } = process.env;
    const seen = readSeen(file);
    const missing = missingFrom(seen);
    const total = everyReason().length;
    rmSync(folder, { recursive: true, force: true });
    if (walk !== "require" && missing.length === total) return;
    console.log(`\n${total - missing.length} of ${total} reasons provoked over HTTP`);
    if (walk !== "require") return;
    complain("No test provokes:", missing);
    complain("Rehearsed otherwise than it really is:", unlikeReal(seen, rehearsedHeader));
  };
}
