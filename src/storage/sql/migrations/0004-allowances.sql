create table allowances (
  id text not null primary key,
  taken bigint not null,
  ends_at bigint not null
);
create index allowances_by_end on allowances (ends_at);

create table nodes (
  id text not null primary key,
  seen_at bigint not null
);
create index nodes_by_sight on nodes (seen_at);
