import type { Kysely } from "kysely";
import type { ApprovalTable, ClientTable, ConsentTable, SecretTable, TesterTable } from "./client-tables.ts";
import type { FailureCountTable, FailureTable } from "./failure-tables.ts";
import type { Fixed } from "./fixed.ts";

/**
 * The tables as the migrations make them. `text` and `bigint` only: truth is 0 or 1, instants are
 * milliseconds, lists and objects are texts (see columns.ts).
 */
export interface Database {
  counters: { name: string; value: number };
  settings: { name: string; value: string };
  users: UserTable;
  retired_user_ids: { id: number };
  scopes: { name: string; requires_approval: number; built_in: number };
  clients: ClientTable;
  client_secrets: SecretTable;
  approvals: ApprovalTable;
  testers: TesterTable;
  consents: ConsentTable;
  authorizations: AuthorizationTable;
  authorization_codes: CodeTable;
  access_tokens: AccessTokenTable;
  refresh_tokens: RefreshTokenTable;
  browsers: { id: Fixed<string>; hash: string; expires_at: number };
  sessions: SessionTable;
  factors: FactorTable;
  recovery_codes: { user_id: number; hash: string };
  trusted_devices: { user_id: number; hash: string; expires_at: number };
  passkeys: PasskeyTable;
  spent_challenges: { id: string; expires_at: number };
  known_devices: { user_id: number; device_hash: string; last_seen_at: number };
  interactions: InteractionTable;
  challenges: ChallengeTable;
  messages: MessageTable;
  audit_log: AuditTable;
  pictures: PictureTable;
  failures: FailureTable;
  failure_counts: FailureCountTable;
  hourly_counts: { id: Fixed<string>; hour: Fixed<number>; name: Fixed<string>; count: number };
  allowances: { id: Fixed<string>; taken: number; ends_at: number };
  nodes: { id: Fixed<string>; seen_at: number };
}

export type Db = Kysely<Database>;

export interface UserTable {
  id: Fixed<number>;
  name: string;
  email: string | null;
  email_key: string | null;
  email_verified_at: number | null;
  phone_number: string | null;
  username: string | null;
  username_key: string | null;
  password_hash: string | null;
  password_changed_at: number | null;
  gender: string | null;
  bio: string | null;
  place_of_birth: string | null;
  date_of_birth: string | null;
  address: string | null;
  picture: string | null;
  role: string;
  status: string;
  locale: string | null;
  created_at: Fixed<number>;
}

interface AuthorizationTable {
  id: Fixed<string>;
  client_id: Fixed<string>;
  user_id: Fixed<number>;
  scopes: Fixed<string>;
  created_at: Fixed<number>;
  /** The latest expiry of any code or token of the family: purge goes by it. */
  expires_at: number;
  proven_at: Fixed<number | null>;
  revoked_at: number | null;
  revocation_reason: string | null;
}

interface IssuedTable {
  id: Fixed<string>;
  hash: Fixed<string>;
  client_id: Fixed<string>;
  scopes: Fixed<string>;
  issued_at: Fixed<number>;
  expires_at: Fixed<number>;
}

export interface CodeTable extends IssuedTable {
  authorization_id: Fixed<string>;
  user_id: Fixed<number>;
  redirect_uri: Fixed<string>;
  code_challenge: Fixed<string | null>;
  redeemed_at: number | null;
}

export interface AccessTokenTable extends IssuedTable {
  authorization_id: Fixed<string | null>;
  user_id: Fixed<number | null>;
  revoked_at: number | null;
}

export interface RefreshTokenTable extends IssuedTable {
  authorization_id: Fixed<string>;
  user_id: Fixed<number>;
  used_at: number | null;
  revoked_at: number | null;
  successor_id: string | null;
  replay: string | null;
  replay_scope: string | null;
}

export interface SessionTable {
  id: string;
  browser_id: Fixed<string>;
  user_id: Fixed<number>;
  authenticated_at: number;
  /** Null in rows from before there was a second factor. */
  proven_at: number | null;
  created_at: number;
  last_active_at: number;
  ip: string;
  user_agent: string;
}

export interface FactorTable {
  user_id: Fixed<number>;
  kind: Fixed<string>;
  sealed: string | null;
  last_step: number | null;
  created_at: number;
}

export interface PasskeyTable {
  id: Fixed<string>;
  user_id: Fixed<number>;
  public_key: Fixed<string>;
  counter: number;
  transports: Fixed<string>;
  name: string;
  created_at: Fixed<number>;
  last_used_at: number | null;
}

export interface InteractionTable {
  id: Fixed<string>;
  device_hash: string | null;
  client_id: Fixed<string>;
  request: Fixed<string>;
  created_at: Fixed<number>;
  expires_at: Fixed<number>;
  session_id: string | null;
  finished_at: number | null;
}

export interface ChallengeTable {
  id: Fixed<string>;
  hash: Fixed<string>;
  code_hash: string | null;
  purpose: Fixed<string>;
  address: string;
  user_id: Fixed<number | null>;
  payload: Fixed<string>;
  attempts: number;
  created_at: Fixed<number>;
  expires_at: Fixed<number>;
  used_at: number | null;
}

export interface MessageTable {
  id: Fixed<string>;
  channel: Fixed<string>;
  recipient: Fixed<string>;
  sealed: string | null;
  created_at: Fixed<number>;
  sent_at: number | null;
  attempts: number;
  next_attempt_at: number;
  expires_at: Fixed<number | null>;
  delivered_at: number | null;
  failed_at: number | null;
  failure: string | null;
}

export interface AuditTable {
  id: string;
  at: number;
  actor_id: number | null;
  via: string;
  action: string;
  target_kind: string;
  target_id: string;
  ip: string | null;
  request_id: string | null;
  details: string;
}

export interface PictureTable {
  name: string;
  client_id: string | null;
  user_id: number | null;
  type: string;
  /** Base64. */
  body: string;
  created_at: number;
}
