create table audit_log (
  id text not null primary key,
  at bigint not null,
  actor_id bigint,
  via text not null,
  action text not null,
  target_kind text not null,
  target_id text not null,
  ip text,
  request_id text,
  details text not null
);
create index audit_log_by_time on audit_log (at, id);
create index audit_log_by_target on audit_log (target_kind, target_id, at, id);
create index audit_log_by_actor on audit_log (actor_id, at, id);
create index audit_log_by_action on audit_log (action, at, id);

create index approvals_by_status on approvals (status, updated_at, client_id, scope);

create index clients_of_owner on clients (owner_id, created_at, id);
create index clients_by_verification on clients (verified, created_at, id);
