import type { Answer } from "../../web/call.ts";

const headers = {
  "Content-Type": "application/json",
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
};

/** 200 with what is personal and never to be kept by a cache. */
export function jsonAnswer(body: Readonly<Record<string, unknown>>): Answer {
  return { status: 200, headers, body: JSON.stringify(body) };
}
