import type { Answer } from "../../web/call.ts";

const headers = {
  "Content-Type": "application/json",
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
};

/** What is personal and never to be kept by a cache. */
export function jsonAnswer(body: Readonly<Record<string, unknown>>, status = 200): Answer {
  return { status, headers, body: JSON.stringify(body) };
}
