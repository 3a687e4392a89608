/** Tables that are written all the time and that nothing remembered (`remembered.ts`) is read from, nor falls with. */
const everyday = new Set([
  "allowances",
  "authorization_codes",
  "browsers",
  "challenges",
  "consents",
  "failure_counts",
  "failures",
  "hourly_counts",
  "interactions",
  "known_devices",
  "messages",
  "nodes",
  "refresh_tokens",
  "sessions",
]);

/** New rows in these change none that was found before. */
const appended = /^insert into "(?:access_tokens|authorizations|audit_log)"(?!.* on conflict)/s;
/** Of transactions, and of SQLite itself. */
const control =
  /^(?:begin|commit|rollback|savepoint|release|pragma (?:data_version|synchronous|wal_checkpoint))\b/;
/** How long a row is kept is nothing that is remembered of it. */
const postponed = /^update "authorizations" set "expires_at" = \S+ where /;

/**
 * Whether a statement leaves everything that is remembered as true as it was. For any that is not known it says no, so a
 * new one costs time until it is listed, and never a wrong answer.
 */
export function leavesRememberedTrue(sql: string): boolean {
  if (/^\s*select\b/.test(sql) || appended.test(sql) || postponed.test(sql) || control.test(sql)) return true;
  const [, table] = /^(?:insert into|update|delete from) "(\w+)"/.exec(sql) ?? [];
  return table !== undefined && everyday.has(table);
}

/** For the test that none of them is what a remembered table refers to. */
export const everydayTables: ReadonlySet<string> = everyday;
