// npm run check: what to run before every commit, below a minute. All but the real browser and the second run of the flows, on PostgreSQL.
import { close, staticChecks, tests } from "./checks.mjs";

close([
  await staticChecks(),
  await tests(["--project=default", "--exclude=test/browser/**", ...process.argv.slice(2)], {}),
]);
