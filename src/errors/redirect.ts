import type { CatalogueError } from "./catalogue-error.ts";
import { errorUri } from "./error-uri.ts";
import type { WireContext } from "./wire.ts";

/**
 * What an error carries back to the application's redirect URI (RFC 6749 §4.1.2.1, RFC 9207), and nothing more.
 * `state` goes back verbatim, and only when one came.
 */
export function redirectParameters(
  error: CatalogueError,
  { issuer, requestId, state }: WireContext & { readonly state?: string | undefined },
): URLSearchParams {
  const parameters = new URLSearchParams({
    error: error.code,
    error_description: error.description,
    error_uri: errorUri(issuer, error, requestId),
  });
  if (state !== undefined) parameters.set("state", state);
  parameters.set("iss", issuer);
  return parameters;
}
