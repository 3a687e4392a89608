/** Runs one statement, on SQLite or PostgreSQL. */
type Run = (sql: string) => Promise<unknown>;

export interface Size {
  readonly users: number;
  /** Refresh and access tokens together. */
  readonly tokens: number;
}

export const bulkClient = "6d0f3c0a-53f1-4f0e-9a31-5b8a3c8d2e10";

function numbers(to: number): string {
  return `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${to})`;
}

/** `i` as a text whose order is that of the numbers; one table may hold a billion. */
const padded = "cast(1000000000 + i as text)";
const plainHash = `('rPf0gZq2pWm7Jx5sYt3uKd8vNb6hLc4e' || ${padded})`;

/**
 * Fills a migrated database with an installation that has been used for a while: everybody signed in to one application, and
 * each authorization has its share of the tokens, of which every third is a refresh token.
 */
export async function fillInstallation(
  run: Run,
  { users, tokens }: Size,
  now: number,
  hash = plainHash,
): Promise<void> {
  const hour = 3_600_000;
  const each = Math.max(1, Math.round(tokens / users));
  const family = (id: string) => `('a' || cast(1000000000 + (${id} - 1) / ${each} + 1 as text))`;
  const owner = `(500000 + (i - 1) / ${each} + 1)`;
  const life = `${now} - ${hour}, ${now + 23 * hour}`;
  await run(`insert into clients (id, name, confidential, status, verified, resource_server, redirect_uris, grant_types, scopes, created_at)
    values ('${bulkClient}', 'Toko Besar', 0, 'active', 1, 0, '["https://big.example.com/cb"]', 'authorization_code refresh_token', 'view-user', ${now})`);
  await run(`${numbers(users)} insert into users (id, name, email, email_key, email_verified_at, role, status, created_at)
    select 500000 + i, 'Orang ke-' || i, 'orang' || i || '@example.com', 'orang' || i || '@example.com', ${now}, 'user', 'active', ${now} from n`);
  await run(`${numbers(users)} insert into consents (user_id, client_id, scopes, granted_at, last_used_at)
    select 500000 + i, '${bulkClient}', 'view-user', ${now}, ${now} from n`);
  await run(`${numbers(users)} insert into authorizations (id, client_id, user_id, scopes, created_at, expires_at)
    select 'a' || ${padded}, '${bulkClient}', 500000 + i, 'view-user', ${life} from n`);
  const issued = "id, hash, authorization_id, client_id, user_id, scopes, issued_at, expires_at";
  const values = `'t' || ${padded}, ${hash}, ${family("i")}, '${bulkClient}', ${owner}, 'view-user', ${life}`;
  await run(
    `${numbers(users * each)} insert into access_tokens (${issued}) select ${values} from n where i % 3 <> 0`,
  );
  await run(
    `${numbers(users * each)} insert into refresh_tokens (${issued}) select ${values} from n where i % 3 = 0`,
  );
  await run(
    `${numbers(users)} insert into browsers (id, hash, expires_at) select 'b' || ${padded}, ${hash}, ${now + 23 * hour} from n`,
  );
  await run(`${numbers(users)} insert into sessions (id, browser_id, user_id, authenticated_at, created_at, last_active_at, ip, user_agent)
    select 's' || ${padded}, 'b' || ${padded}, 500000 + i, ${now}, ${now}, ${now}, '192.0.2.1', 'Mozilla/5.0' from n`);
}
