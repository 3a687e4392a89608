create table counters (
  name text not null primary key,
  value bigint not null
);

create table settings (
  name text not null primary key,
  value text not null
);

create table users (
  id bigint not null primary key,
  name text not null,
  email text,
  email_key text unique,
  email_verified_at bigint,
  phone_number text unique,
  username text,
  username_key text unique,
  password_hash text,
  password_changed_at bigint,
  gender text,
  bio text,
  place_of_birth text,
  date_of_birth text,
  address text,
  picture text,
  role text not null,
  status text not null,
  locale text,
  created_at bigint not null
);

create table retired_user_ids (
  id bigint not null primary key
);

create table scopes (
  name text not null primary key,
  requires_approval bigint not null,
  built_in bigint not null
);

create table clients (
  id text not null primary key,
  name text not null,
  confidential bigint not null,
  status text not null,
  verified bigint not null,
  resource_server bigint not null,
  redirect_uris text not null,
  grant_types text not null,
  scopes text not null,
  access_token_ttl bigint,
  refresh_token_ttl bigint,
  homepage_url text,
  privacy_policy_url text,
  owner_id bigint references users (id) on delete set null,
  created_at bigint not null
);
create index clients_by_creation on clients (created_at, id);
create index clients_by_owner on clients (owner_id);

create table client_secrets (
  client_id text not null references clients (id) on delete cascade,
  hash text not null,
  created_at bigint not null,
  expires_at bigint,
  primary key (client_id, hash)
);

create table approvals (
  client_id text not null references clients (id) on delete cascade,
  scope text not null,
  status text not null,
  request text,
  note text,
  decided_at bigint,
  updated_at bigint not null,
  primary key (client_id, scope)
);

create table consents (
  user_id bigint not null references users (id) on delete cascade,
  client_id text not null references clients (id) on delete cascade,
  scopes text not null,
  granted_at bigint not null,
  last_used_at bigint not null,
  primary key (user_id, client_id)
);
create index consents_by_client on consents (client_id);

create table authorizations (
  id text not null primary key,
  client_id text not null references clients (id) on delete cascade,
  user_id bigint not null,
  scopes text not null,
  created_at bigint not null,
  expires_at bigint not null,
  revoked_at bigint,
  revocation_reason text
);
create index authorizations_by_user on authorizations (user_id, client_id);
create index authorizations_by_client on authorizations (client_id);
create index authorizations_by_expiry on authorizations (expires_at);

create table authorization_codes (
  id text not null primary key,
  hash text not null,
  authorization_id text not null references authorizations (id) on delete cascade,
  client_id text not null,
  user_id bigint not null,
  scopes text not null,
  redirect_uri text not null,
  code_challenge text,
  issued_at bigint not null,
  expires_at bigint not null,
  redeemed_at bigint
);
create index authorization_codes_by_authorization on authorization_codes (authorization_id);
create index authorization_codes_by_expiry on authorization_codes (expires_at);

create table access_tokens (
  id text not null primary key,
  hash text not null,
  authorization_id text references authorizations (id) on delete cascade,
  client_id text not null references clients (id) on delete cascade,
  user_id bigint,
  scopes text not null,
  issued_at bigint not null,
  expires_at bigint not null,
  revoked_at bigint
);
create index access_tokens_by_authorization on access_tokens (authorization_id);
create index access_tokens_by_client on access_tokens (client_id);
create index access_tokens_by_expiry on access_tokens (expires_at);

create table refresh_tokens (
  id text not null primary key,
  hash text not null,
  authorization_id text not null references authorizations (id) on delete cascade,
  client_id text not null,
  user_id bigint not null,
  scopes text not null,
  issued_at bigint not null,
  expires_at bigint not null,
  used_at bigint,
  revoked_at bigint,
  successor_id text,
  replay text,
  replay_scope text
);
create index refresh_tokens_by_authorization on refresh_tokens (authorization_id);
create index refresh_tokens_by_replay on refresh_tokens (used_at) where replay is not null;

create table browsers (
  id text not null primary key,
  hash text not null,
  expires_at bigint not null
);
create index browsers_by_expiry on browsers (expires_at);

create table sessions (
  id text not null primary key,
  browser_id text not null references browsers (id) on delete cascade,
  user_id bigint not null references users (id) on delete cascade,
  authenticated_at bigint not null,
  created_at bigint not null,
  last_active_at bigint not null,
  ip text not null,
  user_agent text not null,
  unique (browser_id, user_id)
);
create index sessions_by_user on sessions (user_id);

create table known_devices (
  user_id bigint not null references users (id) on delete cascade,
  device_hash text not null,
  last_seen_at bigint not null,
  primary key (user_id, device_hash)
);
create index known_devices_by_age on known_devices (last_seen_at);

create table interactions (
  id text not null primary key,
  device_hash text,
  client_id text not null references clients (id) on delete cascade,
  request text not null,
  created_at bigint not null,
  expires_at bigint not null,
  session_id text,
  finished_at bigint
);
create index interactions_by_client on interactions (client_id);
create index interactions_by_expiry on interactions (expires_at);

create table challenges (
  id text not null primary key,
  hash text not null,
  code_hash text,
  purpose text not null,
  address text not null,
  user_id bigint references users (id) on delete cascade,
  payload text not null,
  attempts bigint not null,
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint
);
create index challenges_by_user on challenges (user_id, purpose);
create index challenges_by_address on challenges (address, purpose);
create index challenges_by_expiry on challenges (expires_at);

create table messages (
  id text not null primary key,
  channel text not null,
  recipient text not null,
  sealed text,
  created_at bigint not null,
  sent_at bigint,
  attempts bigint not null,
  next_attempt_at bigint not null,
  failed_at bigint
);
create index messages_due on messages (next_attempt_at) where sent_at is null and failed_at is null;
create index messages_by_age on messages (created_at);

insert into counters (name, value) values ('users', 10000);
insert into scopes (name, requires_approval, built_in) values
  ('view-user', 0, 1),
  ('detail-user', 1, 1),
  ('edit-user', 0, 1),
  ('admin', 1, 1);
