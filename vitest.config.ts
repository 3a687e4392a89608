import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.ts"],
    globalSetup: [
      "test/support/build.ts",
      "test/support/catalogue-walk.ts",
      "test/support/postgres-setup.ts",
    ],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
