create table hourly_counts (
  id text not null primary key,
  hour bigint not null,
  name text not null,
  count bigint not null
);
create index hourly_counts_by_hour on hourly_counts (hour);
