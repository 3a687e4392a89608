import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { CatalogueError } from "../errors/catalogue-error.ts";
import type { Family } from "../errors/definition.ts";
import { fromUnknown, inFamily } from "../errors/from-unknown.ts";
import { wireAnswer } from "../errors/wire.ts";
import type { AppContext } from "../web/context.ts";
import { renderErrorPage } from "../web/error-page.tsx";

/** Which programs call a path, so that they get JSON; null for pages. */
export function wireFamily(path: string): Family | null {
  if (/^\/oauth\/(token|revoke|introspect)(\/|$)/.test(path)) return "oauth";
  if (/^\/\.well-known\/(oauth-|openid-|jwks)/.test(path)) return "oauth";
  return /^\/api(\/|$)/.test(path) ? "api" : null;
}

function logFailure(c: AppContext, error: CatalogueError): void {
  if (error.status < 500) return;
  const { cause } = error;
  c.var.log.error(
    { code: error.code, reason: error.reason, detail: error.extras.detail, err: cause },
    error.reason,
  );
}

/** The one place where a thrown failure becomes an answer: JSON for programs, a page for people. */
export function errorResponse(thrown: unknown, c: AppContext): Response | Promise<Response> {
  const family = wireFamily(c.req.path);
  const known = fromUnknown(thrown, family ?? "api");
  const error = family ? inFamily(known, family) : known;
  logFailure(c, error);
  if (!family) return renderErrorPage(c, error);
  const context = { issuer: c.var.site.issuer, requestId: c.var.requestId };
  const answer = wireAnswer(error, context, c.req.header("accept"));
  return c.body(answer.body, answer.status as ContentfulStatusCode, answer.headers);
}
