import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { patient } from "./test/patient.ts";

/** Files of one worker share its modules, and the process of its servers: loading them took longer than most tests. */
const limits = { testTimeout: 20_000, hookTimeout: 60_000, isolate: false };

/** `npm run check` leaves out what takes long. */
const quick = process.env["TESTS"] === "quick";

/**
 * What is about SQLite itself, or what no database has a say in: the process and its places, texts and their language, code to
 * copy, answers made from the catalogue. A flow that stores, finds, counts or limits anything runs on both.
 */
const sameOnPostgres = `
  backup brand damaged-file developer-snippets direct direct-hostile disk error-lab languages mail-outbox operations operator-configuration
  operator-stop overload readme reference sign-in-overload
`
  .trim()
  .split(/\s+/)
  .map((name) => `test/flows/${name}.test.ts`);

export default defineConfig({
  test: {
    // Flows wait more than they work: for a mail, a redirect, the database.
    maxWorkers: Math.min(4, Math.max(3, availableParallelism())),
    globalSetup: [
      "test/support/build.ts",
      "test/support/catalogue-walk.ts",
      "test/support/postgres-setup.ts",
    ],
    projects: [
      {
        test: {
          ...limits,
          name: "default",
          include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.ts"],
          exclude: ["test/nodes/**", ...(quick ? patient : [])],
        },
      },
      {
        // The same flows over again, on servers whose database is PostgreSQL.
        test: {
          ...limits,
          name: "postgres",
          include: ["test/flows/**/*.test.ts"],
          exclude: sameOnPostgres,
          env: { TEST_DATABASE: "postgres" },
        },
      },
      {
        // Several nodes, and faults: what is promised in seconds is measured when little else runs. They mostly wait.
        test: {
          ...limits,
          name: "nodes",
          include: ["test/nodes/**/*.test.ts"],
          env: { TEST_DATABASE: "postgres" },
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
        },
      },
    ],
  },
});
