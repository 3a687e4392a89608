import { apiError, CatalogueError, oauthError } from "./catalogue-error.ts";
import type { Family } from "./definition.ts";

/** [oauth code, api code, reason]: the failures that shared code may meet before it knows who is asking. */
const pairs = [
  ["temporarily_unavailable", "service_unavailable", "maintenance"],
  ["temporarily_unavailable", "service_unavailable", "overloaded"],
  ["temporarily_unavailable", "service_unavailable", "database_unavailable"],
  ["temporarily_unavailable", "rate_limit_exceeded", "rate_limited"],
  ["invalid_request", "validation_error", "method_not_allowed"],
  ["invalid_request", "validation_error", "body_too_large"],
  ["server_error", "server_error", "unexpected"],
] as const;

/** The same failure in the words of the other family; an error that only one family knows stays as it is. */
export function inFamily(error: CatalogueError, family: Family): CatalogueError {
  if (error.family === family) return error;
  const here = error.family === "oauth" ? 0 : 1;
  const pair = pairs.find((entry) => entry[here] === error.code && entry[2] === error.reason);
  if (!pair) return error;
  const code = pair[family === "oauth" ? 0 : 1];
  const extras = { ...error.extras, cause: error.extras.cause ?? error };
  return new CatalogueError(family, code, error.reason, error.parameters, extras);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "";
}

function reasonOf(error: unknown): "database_unavailable" | "overloaded" | undefined {
  const name = nameOf(error);
  if (name === "StorageUnavailable") {
    const busy = error instanceof Error && "overloaded" in error && error.overloaded === true;
    return busy ? "overloaded" : "database_unavailable";
  }
  return name === "Overloaded" ? "overloaded" : undefined;
}

/**
 * Makes a catalogue error of anything thrown. What is not one already becomes `database_unavailable`, `overloaded` or
 * `unexpected`, told apart by the error's `name`; the original is the `cause`, for the log.
 */
export function fromUnknown(error: unknown, family: Family): CatalogueError {
  if (error instanceof CatalogueError) return error;
  const reason = reasonOf(error);
  const extras = { cause: error };
  if (reason === undefined)
    return family === "oauth"
      ? oauthError("server_error", "unexpected", {}, extras)
      : apiError("server_error", "unexpected", {}, extras);
  return family === "oauth"
    ? oauthError("temporarily_unavailable", reason, {}, extras)
    : apiError("service_unavailable", reason, {}, extras);
}
