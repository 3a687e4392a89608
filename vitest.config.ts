import { defineConfig } from "vitest/config";

const limits = { testTimeout: 20_000, hookTimeout: 60_000 };

/** What is about SQLite itself, or asks nothing of a database. */
const sameOnPostgres = [
  "test/flows/backup.test.ts",
  "test/flows/operator-configuration.test.ts",
  "test/flows/operations.test.ts",
  "test/flows/readme.test.ts",
  "test/flows/reference.test.ts",
];

export default defineConfig({
  test: {
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
          exclude: ["test/nodes/**"],
        },
      },
      {
        // The same flows over again, on servers whose database is PostgreSQL, and what only several nodes can show.
        test: {
          ...limits,
          name: "postgres",
          include: ["test/flows/**/*.test.ts", "test/nodes/**/*.test.ts"],
          exclude: sameOnPostgres,
          env: { TEST_DATABASE: "postgres" },
        },
      },
    ],
  },
});
