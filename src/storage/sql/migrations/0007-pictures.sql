create table pictures (
  name text not null primary key,
  client_id text unique references clients (id) on delete cascade,
  user_id bigint unique references users (id) on delete cascade,
  type text not null,
  body text not null,
  created_at bigint not null
);

alter table clients add column logo text;
