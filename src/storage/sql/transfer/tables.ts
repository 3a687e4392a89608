import type { Database } from "../database.ts";

/** A table that moves with an installation. */
export interface MovedTable {
  readonly name: keyof Database;
  /** Its primary key: the order in which rows are read. */
  readonly key: readonly string[];
  /** Migrations put rows into it, which the moved ones replace. */
  readonly seeded?: true;
}

/** Names in `settings` that say something about this very database and not about the installation. */
export const importSetting = "import";

/** Parents before children, so that rows can be written in this order. */
export const movedTables: readonly MovedTable[] = [
  { name: "counters", key: ["name"], seeded: true },
  { name: "settings", key: ["name"] },
  { name: "users", key: ["id"] },
  { name: "retired_user_ids", key: ["id"] },
  { name: "factors", key: ["user_id", "kind"] },
  { name: "recovery_codes", key: ["user_id", "hash"] },
  { name: "trusted_devices", key: ["user_id", "hash"] },
  { name: "passkeys", key: ["id"] },
  { name: "spent_challenges", key: ["id"] },
  { name: "scopes", key: ["name"], seeded: true },
  { name: "clients", key: ["id"] },
  { name: "client_secrets", key: ["client_id", "hash"] },
  { name: "approvals", key: ["client_id", "scope"] },
  { name: "testers", key: ["client_id", "kind", "value"] },
  { name: "consents", key: ["user_id", "client_id"] },
  { name: "authorizations", key: ["id"] },
  { name: "authorization_codes", key: ["id"] },
  { name: "access_tokens", key: ["id"] },
  { name: "refresh_tokens", key: ["id"] },
  { name: "browsers", key: ["id"] },
  { name: "sessions", key: ["id"] },
  { name: "known_devices", key: ["user_id", "device_hash"] },
  { name: "interactions", key: ["id"] },
  { name: "challenges", key: ["id"] },
  { name: "messages", key: ["id"] },
  { name: "audit_log", key: ["id"] },
  { name: "pictures", key: ["name"] },
  { name: "failures", key: ["id"] },
  { name: "failure_counts", key: ["id"] },
  { name: "hourly_counts", key: ["id"] },
  { name: "allowances", key: ["id"] },
];

/** What a database keeps about itself; a table that is in neither list fails a test. */
export const unmovedTables: readonly string[] = ["migrations", "migration_lock", "nodes"];
