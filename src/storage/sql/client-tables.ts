import type { Fixed } from "./fixed.ts";

export interface ClientTable {
  id: Fixed<string>;
  name: string;
  confidential: number;
  status: string;
  disabled_by_admin: number;
  verified: number;
  test: number;
  resource_server: number;
  redirect_uris: string;
  grant_types: string;
  scopes: string;
  access_token_ttl: number | null;
  refresh_token_ttl: number | null;
  logo: string | null;
  homepage_url: string | null;
  privacy_policy_url: string | null;
  owner_id: number | null;
  created_at: Fixed<number>;
}

export interface SecretTable {
  client_id: Fixed<string>;
  hash: string;
  created_at: Fixed<number>;
  expires_at: number | null;
}

export interface ApprovalTable {
  client_id: Fixed<string>;
  scope: Fixed<string>;
  status: string;
  request: string | null;
  note: string | null;
  decided_at: number | null;
  updated_at: number;
}

export interface ConsentTable {
  user_id: Fixed<number>;
  client_id: Fixed<string>;
  scopes: string;
  granted_at: number;
  last_used_at: number;
}

export interface TesterTable {
  client_id: Fixed<string>;
  kind: Fixed<string>;
  value: Fixed<string>;
  invited_at: Fixed<number>;
}
