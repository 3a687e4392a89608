// npm run check: what to run before every commit, below a minute. Every rule and every flow once, on SQLite; npm test adds the rest.
import { close, staticChecks, tests } from "./checks.mjs";

/** What takes long because it has to: real browsers, whole installations on the move, killed processes, cut wires, times compared. */
const patient = [
  "test/bench/**",
  "test/browser/**",
  "test/flows/moving.test.ts",
  "test/flows/backup.test.ts",
  "test/flows/*-privacy.test.ts",
  "test/flows/*-overload.test.ts",
  "test/contract/processes.test.ts",
  "test/contract/cut-off.test.ts",
];

close([
  await staticChecks(),
  await tests(
    ["--project=default", ...patient.map((path) => `--exclude=${path}`), ...process.argv.slice(2)],
    {},
  ),
]);
