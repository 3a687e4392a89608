import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "../../packages/client/src/http/clock.ts";
import {
  type Clock,
  Mubarokah,
  type MubarokahOptions,
  memoryStore,
} from "../../packages/client/src/index.ts";
import { asJson, catalogued, html, table } from "./fault-table.ts";
import { answer, cutOff, type FaultyServer, hang, reset, startFaultyServer } from "./faulty-server.ts";
import { person, thrownBy, tokenBody } from "./scripted.ts";

let server: FaultyServer;

beforeAll(async () => {
  server = await startFaultyServer();
});
afterAll(() => server.stop());

/** Long enough for a busy machine to send a request, and short enough to wait for three times. */
const timeoutMs = 800;

function client(options: Partial<MubarokahOptions> = {}): Mubarokah {
  return new Mubarokah({ issuer: server.origin, clientId: "app", timeoutMs, maxAttempts: 3, ...options });
}

/** The system's clock, which notes how long the SDK decides to pause; what a busy machine adds to that is not its doing. */
function notingClock(): { readonly clock: Clock; readonly pauses: number[] } {
  const pauses: number[] = [];
  const sleep: Clock["sleep"] = (milliseconds, signal) => {
    if (milliseconds !== timeoutMs) pauses.push(milliseconds);
    return systemClock.sleep(milliseconds, signal);
  };
  return { pauses, clock: { now: systemClock.now, sleep } };
}

function session(options?: Partial<MubarokahOptions>) {
  const expiresAt = Date.now() + 3_600_000;
  const tokens = { accessToken: "a", refreshToken: "r", expiresAt, scope: ["view-user"] };
  return client(options).session(memoryStore(tokens));
}

describe.concurrent.each(table)("%s", (_, fault, outcome, requests, milliseconds) => {
  it(`throws ${outcome.code} after ${requests} request(s)`, async ({ expect }) => {
    const own = await startFaultyServer();
    own.behave(fault);
    const { clock, pauses } = notingClock();
    const error = await thrownBy(() => session({ issuer: own.origin, clock }).user());
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeLessThan(milliseconds);
    expect(pauses).toHaveLength(requests - 1);
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
    const { clock, pauses } = notingClock();
    await session({ clock }).user();
    const [first = 0, second = 0] = server.arrivals;
    expect(second - first).toBeGreaterThanOrEqual(990);
    expect(pauses).toEqual([expect.toSatisfy((pause: number) => pause >= 1000 && pause <= 1250)]);
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
    expect(performance.now() - begun).toBeLessThan(5000);
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
