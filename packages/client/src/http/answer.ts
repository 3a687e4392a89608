import { ownError } from "../errors/own-error.ts";

/** A whole HTTP answer, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Undefined when the body is not JSON. */
  readonly json: unknown;
}

const limit = 1_048_576;

/** A JSON object's members; undefined for anything else. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

/** At most 1 MiB: whatever answers cannot fill the memory. */
async function limitedText(response: Response): Promise<string> {
  if (!response.body) return response.text();
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > limit) {
      reader.cancel().catch(() => undefined);
      throw ownError("response_invalid", "too_large", { status: response.status });
    }
    text += decoder.decode(value, { stream: true });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Throws for a redirect: an API is never redirected, and the token must not go elsewhere. */
export async function readAnswer(response: Response): Promise<Answer> {
  const { status, headers } = response;
  if (response.type === "opaqueredirect" || (status >= 300 && status < 400))
    throw ownError("response_invalid", "redirected", { status });
  return { status, headers, json: parsed(await limitedText(response)) };
}
