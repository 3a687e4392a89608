import type { RequestLog } from "../web/context.ts";
import type { Finished, Metrics } from "./metrics.ts";

/**
 * One line and one count for each request: never its path, query, address or body, which may hold tokens, codes and
 * names; the request id leads to the rest. What an application rehearses gets its line and no count.
 */
export function noteFinished(finished: Finished, metrics: Metrics, log: RequestLog): void {
  const { method, route, status, seconds, failure } = finished;
  const rehearsed = failure?.extras.rehearsed;
  if (!rehearsed) metrics.count(finished);
  const named = failure && {
    code: failure.code,
    reason: failure.reason,
    ...(rehearsed ? { rehearsed } : {}),
  };
  const ms = Math.round(seconds * 10_000) / 10;
  log.info({ method: method.slice(0, 20), route, status, ms, ...named }, "request");
}
