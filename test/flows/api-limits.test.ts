import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { provoked } from "../support/provoked.ts";
import { startServer } from "../support/server.ts";

/** What a response says about its limit, both families of headers agreeing. */
function stateOf({ headers }: Response) {
  const number = (name: string) => Number(headers.get(name));
  const limit = number("X-RateLimit-Limit");
  const remaining = number("X-RateLimit-Remaining");
  const [, name, quota, window] =
    /^"(\w+)";q=(\d+);w=(\d+)$/.exec(headers.get("RateLimit-Policy") ?? "") ?? [];
  const [, sameName, left, seconds] = /^"(\w+)";r=(\d+);t=(\d+)$/.exec(headers.get("RateLimit") ?? "") ?? [];
  expect([name, Number(quota), Number(left)]).toEqual([sameName, limit, remaining]);
  expect(Number(window)).toBe(60);
  const untilReset = number("X-RateLimit-Reset") - Date.now() / 1000;
  expect(Math.abs(untilReset - Number(seconds))).toBeLessThanOrEqual(2);
  return { name, limit, remaining };
}

describe("limits by token", () => {
  let seed: ApiSeed;
  beforeAll(async () => {
    seed = await ApiSeed.open(await startServer());
  });
  afterAll(async () => {
    await seed.storage.close();
    await seed.server.stop();
  });

  it("are exactly 100 a minute at /api/user, shared with what has no limit of its own", async () => {
    const { token, user } = await seed.token();
    const paths = ["/api/user", `/api/users/${user?.id}`];
    for (let i = 0; i < 100; i++) {
      const response = await seed.call(paths[i % 2] ?? "", token);
      expect(response.status).toBe(200);
      expect(stateOf(response)).toEqual({ name: "api_user", limit: 100, remaining: 99 - i });
    }
    for (const path of paths) {
      const seen = await seed.call(path, token);
      expect(stateOf(seen)).toEqual({ name: "api_user", limit: 100, remaining: 0 });
      const { body } = await provoked("api", "rate_limit_exceeded", "rate_limited", seen);
      expect(body?.message).toBe("Too many requests. Please try again later.");
      expect(body?.retry_after).toBeGreaterThan(40);
      expect(body?.retry_after).toBeLessThanOrEqual(60);
    }
  });

  it("are exactly 50 a minute at /api/user/details, counted apart", async () => {
    const { token, client } = await seed.approvedToken({ scopes: ["view-user", "detail-user"] });
    const details = () => seed.call("/api/user/details", token);
    const answers = await Promise.all(Array.from({ length: 60 }, details));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(50);
    const seen = await details();
    expect(stateOf(seen)).toEqual({ name: "api_user_details", limit: 50, remaining: 0 });
    const { body } = await provoked("api", "rate_limit_exceeded", "details_rate_limited", seen);
    expect(body?.message).toBe("Too many requests to sensitive endpoints. Please try again later.");
    const user = await seed.call("/api/user", token);
    expect([user.status, stateOf(user).remaining]).toEqual([200, 99]);
    await seed.decide(client, "detail-user", "withdrawn");
    await provoked("api", "rate_limit_exceeded", "details_rate_limited", await details());
  });

  it("hold for one token, not for its person or application", async () => {
    const first = await seed.approvedToken({ scopes: ["detail-user"] });
    const { user, client } = first;
    await Promise.all(Array.from({ length: 50 }, () => seed.call("/api/user/details", first.token)));
    expect((await seed.call("/api/user/details", first.token)).status).toBe(429);
    const second = await seed.token({ user, client, scopes: ["detail-user"] });
    expect((await seed.call("/api/user/details", second.token)).status).toBe(200);
  });

  it("are told on errors too, but not before the token is proven", async () => {
    const { token } = await seed.token();
    const forbidden = await seed.call("/api/user", token, { method: "PATCH" });
    expect([forbidden.status, stateOf(forbidden).remaining]).toEqual([403, 99]);
    const editor = await seed.token({ scopes: ["edit-user"] });
    const invalid = await seed.patch(editor.token, {});
    expect([invalid.status, stateOf(invalid).remaining]).toEqual([400, 99]);
    for (const [path, method] of [
      ["/api/nothing", "GET"],
      ["/api/user", "PUT"],
    ] as const) {
      const response = await seed.call(path, token, { method });
      expect(response.headers.get("X-RateLimit-Limit")).toBeNull();
    }
    expect(stateOf(await seed.call("/api/user", token)).remaining).toBe(98);
  });
});

describe("the limit by address", () => {
  it("counts 401s only, and then makes the address wait, valid tokens included", async () => {
    const seed = await ApiSeed.open(
      await startServer({ env: { RATE_LIMITS: "on,api_refused_by_ip=7,api_user=0" } }),
    );
    const { token } = await seed.token();
    const call = (authorized: string | undefined, path = "/api/user") => seed.call(path, authorized);
    for (let i = 0; i < 20; i++) {
      expect((await call(token)).status).toBe(200);
      expect((await call(token, "/api/user/details")).status).toBe(403);
      expect((await call(undefined, "/api/nothing")).status).toBe(404);
    }
    expect((await call(token)).headers.get("RateLimit")).toBeNull();
    for (let i = 0; i < 7; i++) {
      const refused = await call("nonsense");
      expect(refused.status).toBe(401);
      expect(stateOf(refused)).toEqual({ name: "api_refused_by_ip", limit: 7, remaining: 6 - i });
    }
    for (const authorized of [undefined, token]) {
      const seen = await call(authorized);
      expect(stateOf(seen)).toEqual({ name: "api_refused_by_ip", limit: 7, remaining: 0 });
      await provoked("api", "rate_limit_exceeded", "rate_limited", seen);
    }
    await provoked("api", "resource_not_found", "path_unknown", await call(undefined, "/api/nothing"));
    await seed.storage.close();
    await seed.server.stop();
  });

  it("takes the address from the network, not from a header anyone can send", async () => {
    const seed = await ApiSeed.open(await startServer({ env: { RATE_LIMITS: "api_refused_by_ip=2" } }));
    const from = (ip: string) => seed.call("/api/user", "x", { headers: { "X-Forwarded-For": ip } });
    await from("192.0.2.1");
    await from("192.0.2.2");
    expect((await from("192.0.2.3")).status).toBe(429);
    await seed.storage.close();
    await seed.server.stop();
  });
});
