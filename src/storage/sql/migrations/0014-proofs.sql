alter table authorizations add column proven_at bigint;
