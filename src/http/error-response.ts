import { catalogue } from "../errors/catalogue.ts";
import { fromUnknown, inFamily } from "../errors/from-unknown.ts";
import { wireAnswer } from "../errors/wire.ts";
import { answer } from "../web/answer.ts";
import type { AppContext } from "../web/context.ts";
import { renderErrorPage } from "../web/error-page.tsx";
import { noteFailure } from "../web/failure.ts";
import { isClientGone } from "./client-gone.ts";
import { wireFamily } from "./paths.ts";

/** The one place where a thrown failure becomes an answer: JSON for programs, a page for people. */
export function errorResponse(thrown: unknown, c: AppContext): Response | Promise<Response> {
  if (isClientGone(c)) return c.body(null, catalogue.oauth.invalid_request.status);
  const family = wireFamily(c.req.path);
  const known = fromUnknown(thrown, family ?? "api");
  const error = family ? inFamily(known, family) : known;
  noteFailure(c, error);
  if (!family) return renderErrorPage(c, error);
  const context = { issuer: c.get("site").issuer, requestId: c.get("requestId") };
  const made = wireAnswer(error, context, c.req.header("accept"));
  return answer(c, made.body, made.status, made.headers);
}
