/** Runs one statement on SQLite. */
type Run = (sql: string) => void;

export interface ConsoleSize {
  readonly users: number;
  readonly applications: number;
}

/** The session cookie of the first person, a super-admin. */
export interface Cookie {
  readonly id: string;
  readonly hash: string;
}

const day = 86_400_000;
const hour = 3_600_000;

function numbers(to: number): string {
  return `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${to})`;
}

/** `i` as a text whose order is that of the numbers. */
const padded = "cast(1000000000 + i as text)";
const uuid = "printf('00000000-0000-4000-8000-%012d', i)";

/**
 * Fills a migrated database with all that the administration lists: people whose names begin alike, applications with
 * approvals in every state, an audit log, messages, and counts of 35 days.
 */
export function fillConsole(
  run: Run,
  { users, applications }: ConsoleSize,
  now: number,
  cookie: Cookie,
): void {
  const name =
    "case i % 8 when 0 then 'Ayu' when 1 then 'Budi' when 2 then 'Siti' else 'Orang' end || ' ke-' || i";
  const address = "'orang' || i || '@example.com'";
  run(`${numbers(users)} insert into users (id, name, email, email_key, email_verified_at, phone_number, username,
      username_key, role, status, created_at)
    select 500000 + i, ${name}, ${address}, ${address}, ${now}, '+62812' || printf('%08d', i), 'ayu.' || i, 'ayu.' || i,
      case when i = 1 then 'super-admin' when i % 50000 = 0 then 'admin' else 'user' end,
      case when i % 100 = 7 then 'disabled' else 'active' end, ${now} from n`);
  run(`insert into browsers (id, hash, expires_at) values ('${cookie.id}', '${cookie.hash}', ${now + day})`);
  run(`insert into sessions (id, browser_id, user_id, authenticated_at, proven_at, created_at, last_active_at, ip, user_agent)
    values ('s-scale', '${cookie.id}', 500001, ${now}, ${now}, ${now}, ${now}, '192.0.2.1', 'Mozilla/5.0')`);
  run(`${numbers(applications)} insert into clients (id, name, confidential, status, verified, resource_server, redirect_uris,
      grant_types, scopes, owner_id, created_at)
    select ${uuid}, 'Aplikasi ' || i, 1, 'active', i % 2, 0, '["https://app.example.com/cb"]', 'authorization_code',
      'view-user detail-user', 500000 + i, ${now} - i from n`);
  run(`${numbers(applications)} insert into approvals (client_id, scope, status, updated_at)
    select ${uuid}, 'detail-user', case i % 4 when 0 then 'pending' when 1 then 'approved' when 2 then 'rejected'
      else 'withdrawn' end, ${now} - i from n`);
  run(`${numbers(users)} insert into audit_log (id, at, actor_id, via, action, target_kind, target_id, ip, request_id, details)
    select 'e' || ${padded}, ${now} - i * 1000, 500000 + i % 20 + 1, 'page', case i % 3 when 0 then 'user.disabled'
      when 1 then 'user.enabled' else 'client.changed' end, case i % 3 when 2 then 'client' else 'user' end,
      cast(500000 + i % 1000 + 1 as text), '192.0.2.1', null, '{}' from n`);
  run(`${numbers(users / 2)} insert into messages (id, channel, recipient, sealed, created_at, sent_at, attempts,
      next_attempt_at, failed_at, failure)
    select 'm' || ${padded}, case i % 3 when 0 then 'whatsapp' else 'mail' end, ${address}, null, ${now} - i * 100,
      case when i % 50 > 1 then ${now} end, 1, ${now + day}, case when i % 50 = 1 then ${now} end,
      case when i % 50 = 1 then 'recipient' end from n`);
  const begun = now - (now % hour);
  const at = (names: number) => `(${begun} - (i - 1) / ${names} * ${hour})`;
  run(`${numbers(35 * 24 * 13)} insert into hourly_counts (id, hour, name, count)
    select ${at(13)} || ' ' || ((i - 1) % 13), ${at(13)}, case ((i - 1) % 13) when 0 then 'sign_in' when 1 then 'token'
      else 'latency.' || ((i - 1) % 13) end, i % 1000 from n`);
  run(`${numbers(35 * 24 * 60)} insert into failure_counts (id, client_id, hour, proven, endpoint, code, reason, count)
    select ${at(60)} || ' all ' || ((i - 1) % 60), null, ${at(60)}, 0, 'token', 'code_' || ((i - 1) % 20),
      'reason_' || ((i - 1) % 60), i % 100 from n`);
}
