import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Mubarokah, type MubarokahOptions, memoryStore } from "../../packages/client/src/index.ts";
import {
  answer,
  cutOff,
  drip,
  type Fault,
  type FaultyServer,
  flood,
  hang,
  reset,
  startFaultyServer,
} from "./faulty-server.ts";
import { person, thrownBy, tokenBody } from "./scripted.ts";

let server: FaultyServer;

beforeAll(async () => {
  server = await startFaultyServer();
});
afterAll(() => server.stop());

const timeoutMs = 300;

function client(options: Partial<MubarokahOptions> = {}): Mubarokah {
  return new Mubarokah({ issuer: server.origin, clientId: "app", timeoutMs, maxAttempts: 3, ...options });
}

function session(options?: Partial<MubarokahOptions>) {
  const expiresAt = Date.now() + 3_600_000;
  const tokens = { accessToken: "a", refreshToken: "r", expiresAt, scope: ["view-user"] };
  return client(options).session(memoryStore(tokens));
}

const html = { "Content-Type": "text/html" };
const asJson = { "Content-Type": "application/json" };
const catalogued = JSON.stringify({
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

/** Fault, what is thrown, how many requests it took, and at most how many milliseconds. */
const table: readonly (readonly [string, Fault, Outcome, number, number])[] = [
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

describe.concurrent.each(table)("%s", (_, fault, outcome, requests, milliseconds) => {
  it(`throws ${outcome.code} after ${requests} request(s)`, async ({ expect }) => {
    const own = await startFaultyServer();
    own.behave(fault);
    const begun = performance.now();
    const error = await thrownBy(() => session({ issuer: own.origin }).user());
    expect(performance.now() - begun).toBeLessThan(milliseconds);
    expect(error).toMatchObject(outcome);
    expect(error.hint).not.toBe("");
    expect(own.arrivals).toHaveLength(requests);
    expect(JSON.stringify({ ...error, message: error.message })).not.toMatch(/Hotel|evil|Bearer/);
    await own.stop();
  });
});

describe("it gets through", () => {
  const good = answer(200, JSON.stringify(person), asJson);

  it.each([
    ["two resets", reset],
    ["two hangs", hang],
    ["two proxies' pages", answer(502, "<h1>Bad Gateway</h1>", html)],
    ["two cut-off answers", cutOff],
  ])("after %s", async (_, fault) => {
    server.behave(fault, fault, good);
    expect(await session().user()).toEqual(person);
    expect(server.arrivals).toHaveLength(3);
  });

  it("no sooner than Retry-After says", async () => {
    server.behave(answer(503, catalogued, { ...asJson, "Retry-After": "1" }), good);
    await session().user();
    const [first = 0, second = 0] = server.arrivals;
    expect(second - first).toBeGreaterThanOrEqual(990);
    expect(second - first).toBeLessThan(1600);
  });

  it("with a refresh in between that was lost once", async () => {
    const expired = answer(401, '{"error":"token_expired","reason":"token_expired"}', asJson);
    server.behave(expired, cutOff, answer(200, JSON.stringify(tokenBody(2)), asJson), good);
    expect(await session().user()).toEqual(person);
    expect(server.arrivals).toHaveLength(4);
  });
});

it("a port where nothing listens is a network error", async () => {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  const error = await thrownBy(() => client({ issuer: `http://127.0.0.1:${port}` }).discover());
  expect(error).toMatchObject({ code: "network_error", cause: expect.any(TypeError) });
});

describe("aborting", () => {
  it.each([
    ["before", 0],
    ["while the server is silent", 50],
  ])("%s: at once, with the signal's reason", async (_, wait) => {
    server.behave(hang);
    const controller = new AbortController();
    const why = new Error("the person went away");
    if (wait === 0) controller.abort(why);
    else setTimeout(() => controller.abort(why), wait);
    const begun = performance.now();
    const error = await thrownBy(() => session({ timeoutMs: 10_000 }).user({ signal: controller.signal }));
    expect(error).toMatchObject({ code: "aborted", reason: "aborted_by_caller", cause: why });
    expect(performance.now() - begun).toBeLessThan(wait + 150);
    expect(server.arrivals).toHaveLength(wait === 0 ? 0 : 1);
  });

  it("works with a fetch that ignores its signal", async () => {
    const deaf = () => new Promise<Response>(() => undefined);
    const signal = AbortSignal.timeout(20);
    const error = await thrownBy(() => client({ fetch: deaf }).discover({ signal }));
    expect(error).toMatchObject({
      code: "aborted",
      cause: expect.objectContaining({ name: "TimeoutError" }),
    });
    const late = await thrownBy(() => client({ fetch: deaf, timeoutMs: 20, maxAttempts: 1 }).discover());
    expect(late).toMatchObject({ code: "timeout" });
  });

  it("leaves no listener on a signal that lives long", async () => {
    server.behave(answer(200, JSON.stringify(person), asJson));
    const { signal } = new AbortController();
    let listening = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...all: Parameters<typeof add>) => {
      listening += 1;
      add(...all);
    };
    signal.removeEventListener = (...all: Parameters<typeof remove>) => {
      listening -= 1;
      remove(...all);
    };
    await session().user({ signal });
    expect(listening).toBe(0);
  });
});
