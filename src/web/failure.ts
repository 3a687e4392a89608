import type { CatalogueError } from "../errors/catalogue-error.ts";
import { type Asked, HonoAsked } from "./call.ts";
import type { AppContext } from "./context.ts";
import { failedRequest } from "./failed-request.ts";

/**
 * Tells the owner of the application that sent it of a failing request; a failure of ours is logged with its cause. A rehearsed
 * one is no failure of anybody: it has its log line and nothing else.
 */
export function reportFailure(asked: Asked, error: CatalogueError): void {
  if (error.extras.rehearsed) return;
  asked.site.failures.note(failedRequest(asked, error));
  if (error.status < 500) return;
  const { code, reason, extras, cause } = error;
  asked.log.error({ code, reason, detail: extras.detail, err: cause }, reason);
}

/** Keeps which error a request was answered with, for its log line and the count, and reports it. */
export function noteFailure(c: AppContext, error: CatalogueError): void {
  if (c.get("failure") === error) return;
  c.set("failure", error);
  reportFailure(new HonoAsked(c), error);
}
