// npm test: everything. Budgets, types, lint, then every test with nothing skipped and the walk through the catalogue.
import { close, staticChecks, tests } from "./checks.mjs";

close(await Promise.all([staticChecks(), tests(process.argv.slice(2), { CATALOGUE_WALK: "require" })]));
