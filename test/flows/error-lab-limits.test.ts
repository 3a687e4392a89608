import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { everyReason } from "../../src/errors/walk.ts";
import { ask, type Goods, goodsFor, testApplication } from "../support/error-lab.ts";
import { rehearsed } from "../support/provoked.ts";
import { type Fields, type KnownClient, TokenDesk } from "../support/token-desk.ts";

let desk: TokenDesk;
let client: KnownClient;
let goods: Goods;
beforeAll(async () => {
  desk = await TokenDesk.open({ RATE_LIMITS: "on,client_refused=40/600" });
  client = await testApplication(desk);
  goods = await goodsFor(desk, client);
});
afterAll(() => desk.close());

/** Of the headers about limits: which there are, and whose limit they tell of. */
function limitsTold({ headers }: Response): readonly string[] {
  const names = [...headers.keys()].filter((name) => /ratelimit/.test(name));
  return [...names, headers.get("RateLimit-Policy") ?? "none"];
}

describe("what an answer says of limits is the same as of the real one", () => {
  const real: readonly (readonly [string, () => Promise<Response>])[] = [
    ["invalid_grant/refresh_token_unknown", () => token({ refresh_token: "x" })],
    ["invalid_client/client_authentication_failed", () => token({ client_secret: "wrong" })],
    ["invalid_request/parameter_missing", () => token({ refresh_token: "" })],
    ["invalid_request/content_type_unsupported", () => posted("x", { "Content-Type": "text/plain" })],
    ["invalid_request/body_malformed", () => posted("%", { "Content-Type": form })],
    ["invalid_request/method_not_allowed", () => fetch(`${desk.server.origin}/oauth/token`)],
  ];
  const form = "application/x-www-form-urlencoded";
  const posted = (body: string, headers: Fields) =>
    fetch(`${desk.server.origin}/oauth/token`, { method: "POST", body, headers });
  const token = (fields: Fields) =>
    desk.as(client, "/oauth/token", {
      grant_type: "refresh_token",
      refresh_token: goods.refreshToken,
      ...fields,
    });

  it.each(real)("at the token endpoint: %s", async (wish, provoke) => {
    const answer = await provoke();
    const { error, reason } = (await answer.json()) as { error: string; reason: string };
    expect(`${error}/${reason}`).toBe(wish);
    expect(limitsTold(await ask(desk, "token", client, goods, wish))).toEqual(limitsTold(answer));
  });

  const api = (token: string, init: RequestInit = {}) =>
    fetch(`${desk.server.origin}/api/user`, { headers: { Authorization: `Bearer ${token}` }, ...init });

  it.each<readonly [string, () => Promise<Response>]>([
    ["token_invalid/token_unknown", () => api("x")],
    ["validation_error/method_not_allowed", () => api(goods.accessToken, { method: "DELETE" })],
    ["insufficient_scope/scope_missing", () => api(goods.accessToken, { method: "PATCH" })],
  ])("at the API: %s", async (wish, provoke) => {
    expect(limitsTold(await ask(desk, "api", client, goods, wish))).toEqual(limitsTold(await provoke()));
  });

  it.each([
    ["token", "temporarily_unavailable", '"client_refused"'],
    ["api", "rate_limit_exceeded", '"api_user"'],
    ["authorize", "temporarily_unavailable", '"authorize_by_ip"'],
  ] as const)("at %s: a limit that is used up", async (endpoint, code, limit) => {
    const entry = everyReason().find((each) => each.code === code && each.reason === "rate_limited");
    if (!entry) return expect.unreachable();
    const response = await ask(desk, endpoint, client, goods, `${code}/rate_limited; retry_after=5`);
    expect([response.headers.get("X-RateLimit-Remaining"), response.headers.get("Retry-After")]).toEqual([
      "0",
      "5",
    ]);
    expect(response.headers.get("RateLimit-Policy")).toContain(limit);
    await rehearsed(entry, response);
  });
});

it("A hundred rehearsed refusals lock nobody out: each counts as the accepted request that it is", async () => {
  const wishes = Array.from({ length: 100 }, () => ask(desk, "token", client, goods, "invalid_grant"));
  const answers = await Promise.all(wishes);
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 100 }, () => 400));
  const accepted = await desk.refresh(client, goods.refreshToken);
  expect(accepted.status).toBe(200);
  const left = Number(accepted.headers.get("X-RateLimit-Remaining"));
  expect(left).toBeLessThan(1200 - 100);
});
