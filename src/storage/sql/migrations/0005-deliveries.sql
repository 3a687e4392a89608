alter table messages add column expires_at bigint;
alter table messages add column delivered_at bigint;
alter table messages add column failure text;
create index messages_due_by_channel on messages (channel, next_attempt_at) where sent_at is null and failed_at is null;
