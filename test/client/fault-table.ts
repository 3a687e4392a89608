import { answer, cutOff, drip, type Fault, flood, hang, reset } from "./faulty-server.ts";

export const html = { "Content-Type": "text/html" };
export const asJson = { "Content-Type": "application/json" };
export const catalogued = JSON.stringify({
  error: "service_unavailable",
  error_description: "The server is in maintenance.",
  reason: "maintenance",
  hint: "Wait.",
  request_id: "abc",
  retry_after: 1,
});
const limited = catalogued
  .replace("service_unavailable", "rate_limit_exceeded")
  .replace('"maintenance"', '"rate_limited"');

interface Outcome {
  readonly code: string;
  readonly reason: string;
  readonly status?: number | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly fixableBy?: string;
  readonly retryable: boolean;
}

/** Fault, what is thrown, how many requests it took, and for at most how many milliseconds there was a pause between them. */
export const table: readonly (readonly [string, Fault, Outcome, number, number])[] = [
  [
    "503 with the catalogue's body, retry_after 1",
    answer(503, catalogued, asJson),
    { code: "service_unavailable", reason: "maintenance", status: 503, retryAfterMs: 1000, retryable: true },
    3,
    3500,
  ],
  [
    "429 with Retry-After: 1",
    answer(429, limited, { ...asJson, "Retry-After": "1" }),
    { code: "rate_limit_exceeded", reason: "rate_limited", status: 429, retryAfterMs: 1000, retryable: true },
    3,
    3500,
  ],
  [
    "429 with Retry-After: 60",
    answer(429, limited, { ...asJson, "Retry-After": "60" }),
    {
      code: "rate_limit_exceeded",
      reason: "rate_limited",
      status: 429,
      retryAfterMs: 60_000,
      retryable: true,
    },
    1,
    1000,
  ],
  [
    "503 without anything",
    answer(503, ""),
    { code: "response_invalid", reason: "not_json", status: 503, retryAfterMs: undefined, retryable: true },
    3,
    1500,
  ],
  [
    "429 without anything",
    answer(429, ""),
    { code: "response_invalid", reason: "not_json", status: 429, retryAfterMs: undefined, retryable: true },
    3,
    1500,
  ],
  [
    "a proxy's page, 502",
    answer(502, "<h1>Bad Gateway</h1>", html),
    { code: "response_invalid", reason: "not_json", status: 502, fixableBy: "operator", retryable: true },
    3,
    1500,
  ],
  [
    "a proxy's page, 500",
    answer(500, "<h1>Oops</h1>", html),
    { code: "response_invalid", reason: "not_json", status: 500, retryable: false },
    1,
    1000,
  ],
  [
    "a page where JSON should be, 200",
    answer(200, "<!doctype html><title>Log in to Hotel WiFi</title>", html),
    { code: "response_invalid", reason: "unexpected_shape", status: 200, retryable: false },
    1,
    1000,
  ],
  [
    "another program's page, 404",
    answer(404, "<h1>Not here</h1>", html),
    { code: "response_invalid", reason: "not_json", status: 404, retryable: false },
    1,
    1000,
  ],
  [
    "JSON of another kind, 400",
    answer(400, '{"message":"nope"}', asJson),
    { code: "response_invalid", reason: "unexpected_shape", status: 400, retryable: false },
    1,
    1000,
  ],
  [
    "garbage",
    answer(200, "\u0000\u0001{{{"),
    { code: "response_invalid", reason: "unexpected_shape", retryable: false },
    1,
    1000,
  ],
  [
    "an empty 200",
    answer(200, ""),
    { code: "response_invalid", reason: "unexpected_shape", retryable: false },
    1,
    1000,
  ],
  [
    "a redirect",
    answer(302, "", { Location: "https://evil.example/" }),
    {
      code: "response_invalid",
      reason: "redirected",
      status: 302,
      fixableBy: "app_developer",
      retryable: false,
    },
    1,
    1000,
  ],
  [
    "an endless body, 200",
    flood(200),
    { code: "response_invalid", reason: "too_large", status: 200, retryable: false },
    1,
    1000,
  ],
  [
    "an endless body, 503",
    flood(503),
    { code: "response_invalid", reason: "too_large", status: 503, retryable: false },
    1,
    1000,
  ],
  ["a reset", reset, { code: "network_error", reason: "connection_failed", retryable: true }, 3, 1500],
  [
    "an answer cut off",
    cutOff,
    { code: "network_error", reason: "connection_failed", retryable: true },
    3,
    1500,
  ],
  ["no answer", hang, { code: "timeout", reason: "no_answer", status: undefined, retryable: true }, 3, 2500],
  ["an answer that never ends", drip, { code: "timeout", reason: "no_answer", retryable: true }, 3, 2500],
];
