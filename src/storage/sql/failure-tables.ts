/** Rows of `failures`, as the migrations make them. */
export interface FailureTable {
  id: string;
  request_id: string;
  client_id: string;
  at: number;
  proven: number;
  endpoint: string;
  code: string;
  reason: string;
  authentication: string | null;
  parameters: string;
  redirect_uri: string | null;
  scopes: string;
  about: string | null;
  expected: string | null;
}

/** Rows of `failure_counts`. */
export interface FailureCountTable {
  id: string;
  client_id: string | null;
  hour: number;
  proven: number;
  endpoint: string;
  code: string;
  reason: string;
  count: number;
}
