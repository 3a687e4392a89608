alter table clients add column disabled_by_admin bigint not null default 0;
