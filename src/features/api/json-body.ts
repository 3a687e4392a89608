import { apiError, type CatalogueError } from "../../errors/catalogue-error.ts";
import { mediaTypeOf } from "../../web/body.ts";
import type { Call } from "../../web/call.ts";

const largestBody = 32_768;
const supported = "application/json";

function malformed(detail: string): CatalogueError {
  return apiError("validation_error", "json_malformed", {}, { detail });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the body, which may hold a secret; it goes nowhere.
    throw malformed("not JSON");
  }
}

/** How many members the outermost object of a valid JSON text names, repeated ones included. */
function memberCount(json: string): number {
  let depth = 0;
  let members = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}:]/g)) {
    if (token === "{" || token === "[") depth++;
    else if (token === "}" || token === "]") depth--;
    else if (token === ":" && depth === 1) members++;
  }
  return members;
}

/**
 * The JSON object that is the body, with size, type and syntax checked in this order. A name that stands twice is
 * refused: two readers would disagree about its value (RFC 8259 §4).
 */
export async function readJsonObject(call: Call): Promise<ReadonlyMap<string, unknown>> {
  const text = (await call.body(largestBody))?.toString("utf8");
  if (text === undefined) throw apiError("validation_error", "body_too_large", { limit: largestBody });
  if (mediaTypeOf(call.header("content-type")) !== supported)
    throw apiError("validation_error", "content_type_unsupported", { supported });
  if (text.includes("\ufffd")) throw malformed("not UTF-8");
  const value = parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw malformed("not an object");
  const members = new Map(Object.entries(value));
  if (members.size !== memberCount(text)) throw malformed("a name stands twice");
  return members;
}
