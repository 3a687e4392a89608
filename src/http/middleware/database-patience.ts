import type { MiddlewareHandler } from "hono";
import { withPatience } from "../../storage/port/patience.ts";
import type { AppEnv } from "../../web/context.ts";

/** Milliseconds, so that whoever asks hears within 2 s that the database is away or too slow, whatever is needed of it. */
const patience = 1_500;

/** Runs what is done for one request. */
export function withinPatience<Result>(work: () => Result): Result {
  return withPatience(patience, work);
}

export function databasePatience(): MiddlewareHandler<AppEnv> {
  return (_, next) => withinPatience(next);
}
