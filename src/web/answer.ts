import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AppContext } from "./context.ts";

type Headers = Readonly<Record<string, string>>;

/** Puts headers on whatever this request is answered with. */
export function tell(c: AppContext, headers: Headers): void {
  const told = c.get("told");
  if (told) Object.assign(told, headers);
  else for (const [name, value] of Object.entries(headers)) c.header(name, value);
}

/**
 * An answer to a program, its headers given as one plain object: a `Headers` is filled one by one, checked, sorted and
 * read out again.
 */
export function answer(
  c: AppContext,
  body: string | ReadableStream<Uint8Array> | null,
  status: number,
  headers: Headers,
): Response {
  const told = c.get("told");
  if (!told) return c.newResponse(body, status as ContentfulStatusCode, headers);
  c.set("answered", true);
  return new Response(body, { status, headers: { ...told, ...headers } });
}
