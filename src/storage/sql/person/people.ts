import { sql } from "kysely";
import { account, because, column, ofUser, type Rules, secret } from "./rule.ts";

const cookie = because("names a browser's cookie");

/** The account itself, how it is signed in to, and what was sent to it. */
export const people: Rules<
  | "users"
  | "factors"
  | "recovery_codes"
  | "trusted_devices"
  | "passkeys"
  | "known_devices"
  | "sessions"
  | "browsers"
  | "challenges"
  | "messages"
> = {
  users: [
    {
      name: "account",
      whose: ofUser("id"),
      key: column("name"),
      columns: {
        id: "plain",
        name: "plain",
        email: "plain",
        email_key: because("the e-mail address again, in small letters"),
        email_verified_at: "moment",
        phone_number: "plain",
        username: "plain",
        username_key: because("the username again, in small letters"),
        password_hash: secret,
        password_changed_at: "moment",
        gender: "plain",
        bio: "plain",
        place_of_birth: "plain",
        date_of_birth: "plain",
        address: "plain",
        picture: "plain",
        role: "plain",
        status: "plain",
        locale: "plain",
        created_at: "moment",
      },
    },
  ],
  sessions: [
    {
      name: "sign_ins",
      whose: ofUser(),
      key: column("id"),
      columns: {
        id: "plain",
        browser_id: cookie,
        user_id: account,
        authenticated_at: "moment",
        proven_at: "moment",
        created_at: "moment",
        last_active_at: "moment",
        ip: "plain",
        user_agent: "plain",
      },
    },
  ],
  browsers: [
    {
      name: "browsers",
      whose: (userId) => sql<boolean>`id in (select browser_id from sessions where user_id = ${userId})`,
      key: column("id"),
      columns: { id: cookie, hash: secret, expires_at: "moment" },
    },
  ],
  known_devices: [
    {
      name: "known_browsers",
      whose: ofUser(),
      key: column("device_hash"),
      columns: { user_id: account, device_hash: secret, last_seen_at: "moment" },
    },
  ],
  factors: [
    {
      name: "second_steps",
      whose: ofUser(),
      key: column("kind"),
      columns: {
        user_id: account,
        kind: "plain",
        sealed: secret,
        last_step: because("keeps a code from being used twice"),
        created_at: "moment",
      },
    },
  ],
  recovery_codes: [
    {
      name: "recovery_codes",
      whose: ofUser(),
      key: column("hash"),
      columns: { user_id: account, hash: secret },
    },
  ],
  trusted_devices: [
    {
      name: "trusted_browsers",
      whose: ofUser(),
      key: column("hash"),
      columns: { user_id: account, hash: secret, expires_at: "moment" },
    },
  ],
  passkeys: [
    {
      name: "passkeys",
      whose: ofUser(),
      key: column("id"),
      columns: {
        id: "plain",
        user_id: account,
        public_key: "plain",
        counter: "plain",
        transports: "words",
        name: "plain",
        created_at: "moment",
        last_used_at: "moment",
      },
    },
  ],
  challenges: [
    {
      name: "codes_and_links",
      whose: ofUser(),
      key: column("id"),
      columns: {
        id: because("names a proof that may still be open"),
        hash: secret,
        code_hash: secret,
        purpose: "plain",
        address: "plain",
        user_id: account,
        payload: because("what happens once it is proven; may hold the fingerprint of a password"),
        attempts: "plain",
        created_at: "moment",
        expires_at: "moment",
        used_at: "moment",
      },
    },
  ],
  messages: [
    {
      name: "messages",
      whose: (userId) =>
        sql<boolean>`recipient in (
          select email from users where id = ${userId} union all select phone_number from users where id = ${userId}
        )`,
      key: column("id"),
      columns: {
        id: "plain",
        channel: "plain",
        recipient: "plain",
        sealed: because("what was sent: you have it; it may hold a code, and is erased once delivered"),
        created_at: "moment",
        sent_at: "moment",
        attempts: "plain",
        next_attempt_at: "moment",
        expires_at: "moment",
        delivered_at: "moment",
        failed_at: "moment",
        failure: "plain",
      },
    },
  ],
};
