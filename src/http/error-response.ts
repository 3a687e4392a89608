import type { CatalogueError } from "../errors/catalogue-error.ts";
import type { Family } from "../errors/definition.ts";
import { fromUnknown, inFamily } from "../errors/from-unknown.ts";
import { wireAnswer } from "../errors/wire.ts";
import { answer } from "../web/answer.ts";
import { type Answer, type Asked, HonoAsked } from "../web/call.ts";
import type { AppContext } from "../web/context.ts";
import { renderErrorPage } from "../web/error-page.tsx";
import { noteFailure } from "../web/failure.ts";
import { hungUpStatus, isClientGone } from "./client-gone.ts";
import { wireFamily } from "./paths.ts";

/** The answer to a program, whoever took its request from the wire. */
export function programAnswer(
  error: CatalogueError,
  asked: Pick<Asked, "site" | "requestId" | "header">,
): Answer {
  const { issuer, name: service } = asked.site;
  const context = { issuer, service, requestId: asked.requestId };
  return wireAnswer(error, context, asked.header("accept"));
}

/** What was thrown, in the words of the family that a program expects. */
export function programError(thrown: unknown, family: Family): CatalogueError {
  return inFamily(fromUnknown(thrown, family), family);
}

/** The one place where a thrown failure becomes an answer: JSON for programs, a page for people. */
export function errorResponse(thrown: unknown, c: AppContext): Response | Promise<Response> {
  if (isClientGone(c.env?.incoming)) return c.body(null, hungUpStatus);
  const family = wireFamily(c.req.path);
  const error = family ? programError(thrown, family) : fromUnknown(thrown, "api");
  noteFailure(c, error);
  if (!family) return renderErrorPage(c, error);
  const { body, status, headers } = programAnswer(error, new HonoAsked(c));
  return answer(c, body, status, headers);
}
