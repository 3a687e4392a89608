import { sql } from "kysely";
import {
  account,
  because,
  column,
  ofAuthorizations,
  ofOwnClients,
  ofUser,
  type Rules,
  secret,
} from "./rule.ts";

/** What codes and tokens have in common. */
const issued = {
  id: "plain",
  hash: secret,
  authorization_id: "plain",
  client_id: "plain",
  user_id: account,
  scopes: "words",
  issued_at: "moment",
  expires_at: "moment",
} as const;

/** What the person allowed applications, and what those hold because of it. */
const allowed: Rules<
  "consents" | "authorizations" | "authorization_codes" | "access_tokens" | "refresh_tokens"
> = {
  consents: [
    {
      name: "connected_applications",
      whose: ofUser(),
      key: column("client_id"),
      columns: {
        user_id: account,
        client_id: "plain",
        scopes: "words",
        granted_at: "moment",
        last_used_at: "moment",
      },
    },
  ],
  authorizations: [
    {
      name: "authorizations",
      whose: ofUser(),
      key: column("id"),
      columns: {
        id: "plain",
        client_id: "plain",
        user_id: account,
        scopes: "words",
        created_at: "moment",
        expires_at: "moment",
        proven_at: "moment",
        revoked_at: "moment",
        revocation_reason: "plain",
      },
    },
  ],
  authorization_codes: [
    {
      name: "authorization_codes",
      whose: ofAuthorizations,
      key: column("id"),
      columns: {
        ...issued,
        redirect_uri: "plain",
        code_challenge: secret,
        redeemed_at: "moment",
      },
    },
  ],
  access_tokens: [
    {
      name: "access_tokens",
      whose: ofAuthorizations,
      key: column("id"),
      columns: {
        ...issued,
        revoked_at: "moment",
      },
    },
  ],
  refresh_tokens: [
    {
      name: "refresh_tokens",
      whose: ofAuthorizations,
      key: column("id"),
      columns: {
        ...issued,
        used_at: "moment",
        revoked_at: "moment",
        successor_id: "plain",
        replay: secret,
        replay_scope: "plain",
      },
    },
  ],
};

/** Who may sign in to a test application: the person themselves, and those they invited. */
const invited: Rules<"testers"> = {
  testers: [
    {
      name: "invitations",
      whose: (userId) => sql<boolean>`(
        kind = 'email' and value = (select email_key from users where id = ${userId})
        or kind = 'username' and value = (select username_key from users where id = ${userId})
        or kind = 'phone' and value = (select phone_number from users where id = ${userId})
      )`,
      key: sql<string>`client_id || ' ' || kind`,
      columns: { client_id: "plain", kind: "plain", value: "plain", invited_at: "moment" },
    },
    {
      name: "own_application_testers",
      whose: ofOwnClients,
      key: sql<string>`client_id || ' ' || kind || ' ' || value`,
      columns: { client_id: "plain", kind: "plain", value: "plain", invited_at: "moment" },
    },
  ],
};

/** Applications that the person registered. */
const owned: Rules<"clients" | "client_secrets" | "approvals"> = {
  clients: [
    {
      name: "own_applications",
      whose: ofUser("owner_id"),
      key: column("id"),
      columns: {
        id: "plain",
        name: "plain",
        confidential: "flag",
        status: "plain",
        disabled_by_admin: "flag",
        test: "flag",
        verified: "flag",
        resource_server: "flag",
        redirect_uris: "json",
        grant_types: "words",
        scopes: "words",
        access_token_ttl: "plain",
        refresh_token_ttl: "plain",
        logo: "plain",
        homepage_url: "plain",
        privacy_policy_url: "plain",
        owner_id: account,
        created_at: "moment",
      },
    },
  ],
  client_secrets: [
    {
      name: "own_application_secrets",
      whose: ofOwnClients,
      key: sql<string>`client_id || ' ' || hash`,
      columns: { client_id: "plain", hash: secret, created_at: "moment", expires_at: "moment" },
    },
  ],
  approvals: [
    {
      name: "own_application_approvals",
      whose: ofOwnClients,
      key: sql<string>`client_id || ' ' || scope`,
      columns: {
        client_id: "plain",
        scope: "plain",
        status: "plain",
        request: "json",
        note: "plain",
        decided_at: "moment",
        updated_at: "moment",
      },
    },
  ],
};

export const applications = {
  ...allowed,
  ...invited,
  ...owned,
  failures: because("requests of applications that failed: nothing of a person is stored there"),
  failure_counts: because("numbers of such requests"),
};
