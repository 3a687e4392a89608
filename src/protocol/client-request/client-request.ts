import type { RequestTrace } from "../request-trace.ts";

/** What an application sent to `/oauth/token`, `/oauth/revoke` or `/oauth/introspect`, free of HTTP libraries. */
export interface ClientRequest {
  /** Lower case, without parameters. */
  readonly mediaType: string | undefined;
  /** Names of the parameters in the URL, where only harmless ones may stand. */
  readonly queryNames: readonly string[];
  readonly authorization: string | undefined;
  readonly trace: RequestTrace;
  /** The body, or undefined as soon as it proves longer than `limit` bytes. */
  body(limit: number): Promise<Uint8Array | undefined>;
}

/** Parameters by name, each given once. One without a value is absent (RFC 6749 §3.2). */
export type Parameters = ReadonlyMap<string, string>;

/** Every parameter that means something here: no hint ever repeats a name that is not among them. */
export const knownParameters = [
  "grant_type",
  "client_id",
  "client_secret",
  "client_assertion",
  "client_assertion_type",
  "code",
  "redirect_uri",
  "code_verifier",
  "refresh_token",
  "scope",
  "token",
  "token_type_hint",
] as const;

export type ParameterName = (typeof knownParameters)[number];

/** Stands in a hint for a name that this server does not know. */
export const unknownName = "of unknown name";

/** A received name as a hint may show it. */
export function shownName(received: string): string {
  return knownParameters.find((name) => name === received) ?? unknownName;
}
