import type { CatalogueError } from "../errors/catalogue-error.ts";
import type { AppContext } from "./context.ts";
import { failedRequest } from "./failed-request.ts";

/**
 * Keeps which error a request was answered with: for its log line and the count, and for the owner of the application that
 * sent it. A failure of ours is logged with its cause. A rehearsed one is no failure of anybody: it has its log line
 * and nothing else.
 */
export function noteFailure(c: AppContext, error: CatalogueError): void {
  if (c.get("failure") === error) return;
  c.set("failure", error);
  if (error.extras.rehearsed) return;
  c.var.site.failures.note(failedRequest(c, error));
  if (error.status < 500) return;
  const { code, reason, extras, cause } = error;
  c.var.log.error({ code, reason, detail: extras.detail, err: cause }, reason);
}
