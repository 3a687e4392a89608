import type { Instant } from "./time.ts";

/** Where applications call; `page` is every other page of this server. */
export const failureEndpoints = ["authorize", "token", "revoke", "introspect", "api", "page"] as const;
export type FailureEndpoint = (typeof failureEndpoints)[number];

/** How an application said who it is. `several`: in the header and in the body. */
export type FailureAuthentication = "none" | "basic" | "post" | "several" | "assertion" | "bearer" | "other";

/** An error of the catalogue, where it happened. */
export interface FailureKind {
  readonly endpoint: FailureEndpoint;
  readonly code: string;
  readonly reason: string;
}

/**
 * A failing request as the application's owner may see it. These members are all that is ever kept: no value that came with the
 * request but a redirect URI without the values in it and scopes, nothing of a person, no address.
 */
export interface Failure extends FailureKind {
  readonly id: string;
  readonly requestId: string;
  readonly clientId: string;
  readonly at: Instant;
  /** The caller had proven to be the application; false where anybody could have named it. */
  readonly proven: boolean;
  readonly authentication: FailureAuthentication | null;
  /** Names of parameters, never ones that this server does not know. */
  readonly parameters: readonly string[];
  readonly redirectUri: string | null;
  readonly scopes: readonly string[];
  /** The parameter or scope that the error names. */
  readonly about: string | null;
  /** What would have been right, where only this very request could tell: a redirect URI without values, or scopes. */
  readonly expected: string | null;
}

/** How often something failed within one hour. */
export interface FailureCount extends FailureKind {
  /** Null for all requests together, whether or not they named an application. */
  readonly clientId: string | null;
  /** The hour's first moment. */
  readonly hour: Instant;
  readonly proven: boolean;
  readonly count: number;
}

/** How many failures of one application stay, the newest: of those proven, of those claimed, and of one reason among either. */
export interface FailureBounds {
  readonly proven: number;
  readonly claimed: number;
  readonly ofOneReason: number;
}

/** All failures of one code within a span of time. */
export interface FailureSum {
  readonly code: string;
  /** A multiple of the span. */
  readonly from: Instant;
  readonly count: number;
}

export type FailureFilter = Partial<FailureKind>;

/** Failing requests of applications: every one counted, some kept. What names a client that does not exist is left out. */
export interface FailureStore {
  /** Adds to the counts, and keeps the failures within the bounds. */
  record(counts: readonly FailureCount[], failures: readonly Failure[], bounds: FailureBounds): Promise<void>;
  /** Newest first; `before` is the id of the last one seen. */
  list(clientId: string, filter: FailureFilter, limit: number, before?: string): Promise<readonly Failure[]>;
  /** The failure of this request, if it is kept and of this client. */
  find(clientId: string, requestId: string): Promise<Failure | undefined>;
  /** The client whose failure this was, if the user owns it, or nobody does (null). */
  ownedClient(ownerId: number | null, requestId: string): Promise<string | undefined>;
  /** Of one client, or of all requests together (null), hour by hour from `since` on. */
  counts(clientId: string | null, since: Instant): Promise<readonly FailureCount[]>;
  /** Of all requests together, by code and spans of `span` milliseconds, from the hour `since` on. */
  sums(since: Instant, span: number): Promise<readonly FailureSum[]>;
}
