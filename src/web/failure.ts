import type { CatalogueError } from "../errors/catalogue-error.ts";
import type { AppContext } from "./context.ts";

/**
 * Keeps which error a request was answered with, for its log line and the count; a failure of ours is logged with its
 * cause. A rehearsed one is no failure of anybody.
 */
export function noteFailure(c: AppContext, error: CatalogueError): void {
  if (c.get("failure") === error) return;
  c.set("failure", error);
  if (error.status < 500 || error.extras.rehearsed) return;
  const { code, reason, extras, cause } = error;
  c.var.log.error({ code, reason, detail: extras.detail, err: cause }, reason);
}
