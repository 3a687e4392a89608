create table failures (
  id text not null primary key,
  request_id text not null,
  client_id text not null references clients (id) on delete cascade,
  at bigint not null,
  proven bigint not null,
  endpoint text not null,
  code text not null,
  reason text not null,
  authentication text,
  parameters text not null,
  redirect_uri text,
  scopes text not null,
  about text,
  expected text
);
create index failures_by_client on failures (client_id, id);
create index failures_by_request on failures (request_id);
create index failures_by_age on failures (at);

create table failure_counts (
  id text not null primary key,
  client_id text references clients (id) on delete cascade,
  hour bigint not null,
  proven bigint not null,
  endpoint text not null,
  code text not null,
  reason text not null,
  count bigint not null
);
create index failure_counts_by_client on failure_counts (client_id, hour);
create index failure_counts_by_age on failure_counts (hour);
