import { answer } from "../../web/answer.ts";
import type { AppContext } from "../../web/context.ts";

/** 200 with what is personal and never to be kept by a cache. */
export function jsonAnswer(c: AppContext, body: Readonly<Record<string, unknown>>): Response {
  return answer(c, JSON.stringify(body), 200, {
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
}
