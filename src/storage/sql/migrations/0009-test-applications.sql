alter table clients add column test bigint not null default 0;

create table testers (
  client_id text not null references clients (id) on delete cascade,
  kind text not null,
  value text not null,
  invited_at bigint not null,
  primary key (client_id, kind, value)
);
create index testers_by_identifier on testers (kind, value);
