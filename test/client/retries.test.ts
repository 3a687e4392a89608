import { describe, expect, it } from "vitest";
import { type MubarokahOptions, memoryStore } from "../../packages/client/src/index.ts";
import {
  type Answerer,
  client,
  issuer,
  json,
  jumpingClock,
  person,
  scriptedFetch,
  thrownBy,
  timeoutMs,
  tokenBody,
} from "./scripted.ts";

const away = (retryAfter?: number) =>
  json(
    {
      error: "service_unavailable",
      reason: "overloaded",
      hint: "Wait.",
      ...(retryAfter ? { retry_after: retryAfter } : {}),
    },
    503,
  );
const most = () => Uint8Array.of(255, 255, 255);
const least = () => Uint8Array.of(0, 0, 0);
const metadata = { issuer, token_endpoint: "x", authorization_endpoint: "x" };

function setUp(answers: readonly Answerer[], options: Partial<MubarokahOptions> = {}) {
  const clock = jumpingClock();
  const { fetch, sent } = scriptedFetch(...answers);
  const mubarokah = client({ fetch, clock, entropy: most, ...options });
  const { accessToken, refreshToken } = { accessToken: "access-0", refreshToken: "refresh-0" };
  const tokens = { accessToken, refreshToken, expiresAt: clock.now() + 3_600_000, scope: ["view-user"] };
  return { mubarokah, sent, clock, session: mubarokah.session(memoryStore(tokens)) };
}

describe("pauses", () => {
  it("double from 250 ms up to 5 s, with full jitter", async () => {
    const longest = setUp([away()], { maxAttempts: 8 });
    await thrownBy(() => longest.mubarokah.discover());
    expect(longest.clock.slept).toEqual([249, 499, 999, 1999, 3999, 4999, 4999]);
    const shortest = setUp([away()], { maxAttempts: 4, entropy: least });
    await thrownBy(() => shortest.mubarokah.discover());
    expect(shortest.clock.slept).toEqual([0, 0, 0]);
  });

  it("never end before Retry-After, and spread out after it", async () => {
    const { mubarokah, clock, sent } = setUp([away(2), away(1), json(metadata)]);
    expect(await mubarokah.discover()).toEqual(metadata);
    expect(clock.slept).toEqual([2249, 1499]);
    expect(sent).toHaveLength(3);
  });

  it.each([
    ["10", [10_249]],
    ["10.5", [249]],
    ["-1", [249]],
    ["soon", [249]],
    ["11", []],
    ["99999999999999999999999999", []],
  ])("a Retry-After header of %s", async (value, slept) => {
    const answer = json({ error: "rate_limit_exceeded" }, 429, { "Retry-After": value });
    const { mubarokah, clock, sent } = setUp([answer], { maxAttempts: 2 });
    await thrownBy(() => mubarokah.discover());
    expect(clock.slept).toEqual(slept);
    expect(sent).toHaveLength(slept.length + 1);
  });

  it("understand a date, as proxies send it, and one in the past", async () => {
    const clock = jumpingClock(Date.UTC(2027, 0, 1, 0, 0, 0));
    const at = (date: string) => json({ error: "x" }, 503, { "Retry-After": date });
    const answers = [
      at("Fri, 01 Jan 2027 00:00:03 GMT"),
      at("Fri, 01 Jan 2027 00:00:00 GMT"),
      json(metadata),
    ] as const;
    const { mubarokah } = setUp([...answers], { clock, entropy: least });
    await mubarokah.discover();
    expect(clock.slept).toEqual([3000, 0]);
  });

  it("a longer one is told instead of waited for", async () => {
    const { mubarokah, sent } = setUp([away(120)]);
    const error = await thrownBy(() => mubarokah.discover());
    expect(error).toMatchObject({ code: "service_unavailable", retryAfterMs: 120_000, retryable: true });
    expect(sent).toHaveLength(1);
  });

  it("end at once when the caller aborts", async () => {
    const controller = new AbortController();
    const clock = {
      now: () => 0,
      sleep: (ms: number) => {
        if (ms !== timeoutMs) controller.abort(new Error("enough"));
        return new Promise<void>(() => undefined);
      },
    };
    const { mubarokah, sent } = setUp([away()], { clock });
    const error = await thrownBy(() => mubarokah.discover({ signal: controller.signal }));
    expect(error).toMatchObject({ code: "aborted", reason: "aborted_by_caller", cause: new Error("enough") });
    expect(sent).toHaveLength(1);
  });
});

describe("what is sent again", () => {
  const reset = () => Promise.reject(new TypeError("fetch failed"));
  const broken = json({ error: "server_error", reason: "unexpected" }, 500);
  const denied = json({ error: "permission_denied", reason: "other_user" }, 403);
  const proxy = () => new Response("<h1>Bad Gateway</h1>", { status: 502 });
  const proxyAway = () => new Response("<h1>Away</h1>", { status: 503 });
  const limited = json({ error: "temporarily_unavailable", reason: "rate_limited" }, 429);

  const calls = {
    user: ({ session }: ReturnType<typeof setUp>) => session.user(),
    details: ({ session }: ReturnType<typeof setUp>) => session.details(),
    update: ({ session }: ReturnType<typeof setUp>) => session.update({ bio: "x" }),
    code: async ({ mubarokah }: ReturnType<typeof setUp>) => {
      const { pending } = await mubarokah.authorizationUrl();
      const query = new URLSearchParams({ code: "c", state: pending.state, iss: issuer });
      return mubarokah.handleCallback(`?${query}`, pending);
    },
    refresh: ({ mubarokah }: ReturnType<typeof setUp>) => mubarokah.refresh("r"),
    revoke: ({ mubarokah }: ReturnType<typeof setUp>) => mubarokah.revoke("r"),
    discover: ({ mubarokah }: ReturnType<typeof setUp>) => mubarokah.discover(),
  } as const;

  it.each<[keyof typeof calls, boolean]>([
    ["user", true],
    ["details", true],
    ["refresh", true],
    ["revoke", true],
    ["discover", true],
    ["update", false],
    ["code", false],
  ])("%s: when it may have arrived: %s; when it was turned away: always", async (name, safe) => {
    for (const answer of [reset, broken, proxy, proxyAway]) {
      const all = setUp([answer]);
      await thrownBy(() => calls[name](all));
      expect(all.sent).toHaveLength(safe ? 3 : 1);
    }
    for (const answer of [away(1), limited]) {
      const all = setUp([answer]);
      await thrownBy(() => calls[name](all));
      expect(all.sent).toHaveLength(3);
    }
    const all = setUp([denied]);
    await thrownBy(() => calls[name](all));
    expect(all.sent).toHaveLength(1);
  });

  it("logging out is safe: the second time nobody is signed in any more", async () => {
    const gone = json({ error: "token_invalid", reason: "token_revoked" }, 401);
    const dead = json({ error: "invalid_grant", reason: "refresh_token_revoked" }, 400);
    const { session, sent } = setUp([reset, gone, dead]);
    await expect(session.logout()).resolves.toBeUndefined();
    expect(sent.map(({ url }) => url.pathname)).toEqual([
      "/api/logout-sso",
      "/api/logout-sso",
      "/oauth/token",
    ]);
  });

  it("client credentials; each attempt with the secret, and none after the last", async () => {
    const { mubarokah, sent } = setUp([away(1), json(tokenBody())], { clientSecret: "s", maxAttempts: 2 });
    await mubarokah.clientCredentials({ scope: "server-operations" });
    expect(sent.map(({ body }) => body.get("grant_type"))).toEqual([
      "client_credentials",
      "client_credentials",
    ]);
    expect(new Set(sent.map(({ headers }) => headers.get("Authorization"))).size).toBe(1);
  });

  it("nothing, when told so", async () => {
    const { session, sent } = setUp([away(1), json(person)], { maxAttempts: 1 });
    expect(await thrownBy(() => session.user())).toMatchObject({ code: "service_unavailable" });
    expect(sent).toHaveLength(1);
  });
});
