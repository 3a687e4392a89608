// npm run check: what to run before every commit, below a minute. All but the real browser.
import { close, staticChecks, tests } from "./checks.mjs";

close([await staticChecks(), await tests(["--exclude=test/browser/**", ...process.argv.slice(2)], {})]);
