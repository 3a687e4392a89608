// npm run check: what to run before every commit, below a minute on two cores. Every rule, the storage contract on SQLite in
// memory, and the flows that take a moment (test/patient.ts names the others); npm test adds the rest.
import { close, staticChecks, tests } from "./checks.mjs";

close([
  await staticChecks(),
  await tests(["--project=default", ...process.argv.slice(2)], { TESTS: "quick" }),
]);
