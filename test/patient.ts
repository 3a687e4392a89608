/** Flows that take longer than two seconds: they wait for a pause, end processes, hash many passwords or move installations. */
const longFlows = `
  account-contacts account-number-only account-password account-profile account-security account-sessions
  admin-dashboard admin-maintenance api-answers authorize-accounts authorize-hostile authorize-unavailable
  backup brand cli damaged-file durability error-lab explorer mail moving operations operator-configuration operator-demo
  operator-faults operator-production operator-stop passkey passport-many register-privacy roles second-step
  second-step-fallbacks second-step-guesses sign-in sign-in-accounts sign-in-limits sign-in-overload
  sign-in-privacy token-client-authentication token-faults token-lives token-windows upgrade whatsapp-delivery
  whatsapp-limits
`
  .trim()
  .split(/\s+/);

/** What takes long because it has to: real browsers, PostgreSQL, several processes, other people's programs. */
export const patient: readonly string[] = [
  "test/bench/**",
  "test/browser/**",
  "test/client/**",
  "test/guide/**",
  "test/contract/{processes,cut-off,patience,side-by-side,issue-code,at-that-moment}.test.ts",
  "src/storage/sql/engine/postgres*",
  "src/storage/sql/batch-effort.test.ts",
  "src/storage/sql/transfer/**",
  `test/flows/{${longFlows.join(",")}}.test.ts`,
];
