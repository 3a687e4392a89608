import { apiError } from "../errors/catalogue-error.ts";
import type { AppContext } from "./context.ts";

/**
 * RFC 9110 §9.2.1: HEAD is safe, and prefetchers and link checkers send it. Where GET goes on with what a person began, there
 * is nothing that HEAD could answer without doing it.
 */
export function refuseHead(c: AppContext, allowed: readonly string[]): void {
  if (c.req.method !== "HEAD") return;
  throw apiError("validation_error", "method_not_allowed", { allowed: allowed.join(", ") });
}
