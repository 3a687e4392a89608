create index messages_by_time on messages (created_at, id);
create index messages_by_channel on messages (channel, created_at, id);
create index messages_failed on messages (created_at, id) where failed_at is not null;
create index messages_waiting on messages (created_at, id) where sent_at is null and failed_at is null;
