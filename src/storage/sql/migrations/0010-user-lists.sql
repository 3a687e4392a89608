create index users_by_name on users (lower(name/*postgres collate "C"*/), id);
create index users_by_role on users (role, id) where role <> 'user';
create index users_by_status on users (status, id) where status <> 'active';
/*postgres create index users_by_email_prefix on users (email_key collate "C"); */
/*postgres create index users_by_username_prefix on users (username_key collate "C"); */
/*postgres create index users_by_phone_number_prefix on users (phone_number collate "C"); */
