alter table sessions add column proven_at bigint;

create table factors (
  user_id bigint not null references users (id) on delete cascade,
  kind text not null,
  sealed text,
  last_step bigint,
  created_at bigint not null,
  primary key (user_id, kind)
);

create table recovery_codes (
  user_id bigint not null references users (id) on delete cascade,
  hash text not null,
  primary key (user_id, hash)
);

create table trusted_devices (
  user_id bigint not null references users (id) on delete cascade,
  hash text not null,
  expires_at bigint not null,
  primary key (user_id, hash)
);
create index trusted_devices_by_hash on trusted_devices (hash);
create index trusted_devices_by_expiry on trusted_devices (expires_at);

create table passkeys (
  id text not null primary key,
  user_id bigint not null references users (id) on delete cascade,
  public_key text not null,
  counter bigint not null,
  transports text not null,
  name text not null,
  created_at bigint not null,
  last_used_at bigint
);
create index passkeys_by_user on passkeys (user_id);

create table spent_challenges (
  id text not null primary key,
  expires_at bigint not null
);
create index spent_challenges_by_expiry on spent_challenges (expires_at);
