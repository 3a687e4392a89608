import type { FailureEndpoint } from "../storage/port/failures.ts";

/**
 * What becomes known of an application's request on its way, for the case that it fails: references only, read by nobody
 * when it succeeds.
 */
export interface RequestTrace {
  readonly endpoint: FailureEndpoint;
  /** Every parameter with its value, as far as they could be read. */
  pairs: Iterable<readonly [name: string, value: string]>;
  /** The client that the request names or whose token it brings, once it is known to exist. */
  clientId: string | undefined;
  /** That client has proven itself, by its secret or by what only it was given. */
  proven: boolean;
  /** Those of the token that was presented. */
  scopes: readonly string[] | undefined;
}

export function newTrace(endpoint: FailureEndpoint): RequestTrace {
  return { endpoint, pairs: [], clientId: undefined, proven: false, scopes: undefined };
}
