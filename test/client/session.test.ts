import { describe, expect, it } from "vitest";
import {
  type MubarokahOptions,
  memoryStore,
  objectStore,
  type TokenSet,
  type TokenStore,
} from "../../packages/client/src/index.ts";
import { machineToken } from "../../packages/client/src/machine-token.ts";
import {
  type Answerer,
  client,
  json,
  person,
  type Sent,
  scriptedFetch,
  thrownBy,
  tokenBody,
} from "./scripted.ts";

const now = 1_800_000_000_000;
const clock = { now: () => now, sleep: () => new Promise<void>(() => undefined) };

function tokens(leftMs: number, change: Partial<TokenSet> = {}): TokenSet {
  const scope = ["view-user"];
  return { accessToken: "access-0", refreshToken: "refresh-0", expiresAt: now + leftMs, scope, ...change };
}

/** Answers as the server does: refreshes number 1, 2, …, and the user for the access tokens it knows. */
function serverLike(known: (accessToken: string) => boolean = () => true) {
  let refreshes = 0;
  const expired = { error: "token_expired", reason: "token_expired", hint: "Refresh." };
  const answer: Answerer = (sent: Sent, signal) => {
    if (sent.url.pathname === "/oauth/token") {
      refreshes += 1;
      return json(tokenBody(refreshes))(sent, signal);
    }
    const accessToken = sent.headers.get("Authorization")?.replace("Bearer ", "") ?? "";
    return known(accessToken) ? json(person)(sent, signal) : json(expired, 401)(sent, signal);
  };
  return { ...scriptedFetch(answer), refreshes: () => refreshes };
}

function setUp(
  store: TokenStore,
  known?: (accessToken: string) => boolean,
  options: Partial<MubarokahOptions> = {},
) {
  const server = serverLike(known);
  const mubarokah = client({ fetch: server.fetch, clock, ...options });
  return { ...server, mubarokah, session: mubarokah.session(store), store };
}

const paths = (sent: readonly Sent[]) => sent.map(({ url }) => url.pathname);

describe("the access token", () => {
  it("is used as long as more than 30 seconds are left", async () => {
    const { session, sent } = setUp(memoryStore(tokens(30_001)));
    expect(await session.user()).toEqual(person);
    expect(sent[0]?.headers.get("Authorization")).toBe("Bearer access-0");
    expect(paths(sent)).toEqual(["/api/user"]);
  });

  it.each([30_000, 0, -1_000_000])("is renewed first with %i ms left", async (left) => {
    const { session, sent, store } = setUp(memoryStore(tokens(left)));
    await session.details();
    expect(paths(sent)).toEqual(["/oauth/token", "/api/user/details"]);
    expect(sent[0]?.body.get("refresh_token")).toBe("refresh-0");
    expect(sent[1]?.headers.get("Authorization")).toBe("Bearer access-1");
    expect(await store.load()).toMatchObject({ accessToken: "access-1", refreshToken: "refresh-1" });
  });

  it("is renewed once after a 401, and the call repeated, changes too", async () => {
    const { session, sent } = setUp(memoryStore(tokens(3_600_000)), (token) => token === "access-1");
    await session.update({ bio: "hello", gender: null });
    expect(paths(sent)).toEqual(["/api/user", "/oauth/token", "/api/user"]);
    expect(sent[2]).toMatchObject({ method: "PATCH", text: '{"bio":"hello","gender":null}' });
  });

  it("is not renewed twice: a second 401 is the answer", async () => {
    const { session, sent } = setUp(memoryStore(tokens(3_600_000)), () => false);
    expect(await thrownBy(() => session.user())).toMatchObject({ code: "token_expired" });
    expect(paths(sent)).toEqual(["/api/user", "/oauth/token", "/api/user"]);
  });

  it("without a refresh token is used to its end, and then nobody is signed in", async () => {
    const { refreshToken: _, ...alone } = tokens(1);
    const { session, sent } = setUp(memoryStore(alone));
    await session.user();
    expect(paths(sent)).toEqual(["/api/user"]);
    const over = setUp(memoryStore({ ...alone, expiresAt: now }));
    const error = await thrownBy(() => over.session.user());
    expect(error).toMatchObject({
      code: "not_signed_in",
      reason: "refresh_token_missing",
      fixableBy: "person",
    });
    const refused = setUp(memoryStore(alone), () => false);
    expect(await thrownBy(() => refused.session.user())).toMatchObject({ code: "token_expired" });
  });

  it("of nobody is not asked for", async () => {
    const { session, sent } = setUp(memoryStore());
    expect(await thrownBy(() => session.user())).toMatchObject({
      code: "not_signed_in",
      reason: "tokens_missing",
    });
    await expect(session.logout()).resolves.toBeUndefined();
    expect(sent).toEqual([]);
  });

  it("403 renews nothing", async () => {
    const { fetch, sent } = scriptedFetch(
      json({ error: "insufficient_scope", reason: "scope_missing" }, 403),
    );
    const session = client({ fetch, clock }).session(memoryStore(tokens(3_600_000)));
    expect(await thrownBy(() => session.details())).toMatchObject({ code: "insufficient_scope" });
    expect(sent).toHaveLength(1);
  });
});

describe("100 calls at once", () => {
  it.each([
    ["with an expired token", -1, undefined],
    ["with a token the server refuses", 3_600_000, (token: string) => token === "access-1"],
  ])("%s make one refresh", async (_, left, known) => {
    const { session, refreshes, sent } = setUp(memoryStore(tokens(left)), known);
    const people = await Promise.all(Array.from({ length: 100 }, () => session.user()));
    expect(people).toEqual(Array.from({ length: 100 }, () => person));
    expect(refreshes()).toBe(1);
    const last = sent.filter(({ url }) => url.pathname === "/api/user").slice(-100);
    expect(new Set(last.map(({ headers }) => headers.get("Authorization")))).toEqual(
      new Set(["Bearer access-1"]),
    );
  });

  it("each with a session and a store of its own: one refresh, and every store has the new tokens", async () => {
    const stores = Array.from({ length: 100 }, () => memoryStore(tokens(-1)));
    const { mubarokah, refreshes } = setUp(memoryStore());
    await Promise.all(stores.map((store) => mubarokah.session(store).user()));
    expect(refreshes()).toBe(1);
    for (const store of stores) expect(await store.load()).toMatchObject({ refreshToken: "refresh-1" });
  });

  it("of two people make two", async () => {
    const { mubarokah, refreshes } = setUp(memoryStore());
    const two = ["one", "two"].map((name) =>
      mubarokah.session(memoryStore(tokens(-1, { refreshToken: name }))),
    );
    await Promise.all(Array.from({ length: 100 }, (_, index) => two[index % 2]?.user()));
    expect(refreshes()).toBe(2);
  });

  it("one that aborts leaves the others alone", async () => {
    const { session, refreshes } = setUp(memoryStore(tokens(-1)));
    const controller = new AbortController();
    const given = thrownBy(() => session.user({ signal: controller.signal }));
    const others = Array.from({ length: 99 }, () => session.user());
    controller.abort();
    expect(await given).toMatchObject({ code: "aborted" });
    await expect(Promise.all(others)).resolves.toHaveLength(99);
    expect(refreshes()).toBe(1);
  });

  it("all learn of a failure, and the next call tries anew", async () => {
    const dead = json({ error: "server_error", reason: "unexpected" }, 500);
    const { fetch, sent } = scriptedFetch(dead, json(tokenBody()), json(person));
    const session = client({ fetch, clock, maxAttempts: 1 }).session(memoryStore(tokens(-1)));
    const errors = await Promise.all(Array.from({ length: 100 }, () => thrownBy(() => session.user())));
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(["server_error"]));
    expect(sent).toHaveLength(1);
    expect(await session.user()).toEqual(person);
  });
});

describe("under the lock", () => {
  it("what another tab stored meanwhile is used instead of refreshing", async () => {
    const store = memoryStore(tokens(-1));
    const names: string[] = [];
    const lock = async <Result>(name: string, work: () => Promise<Result>) => {
      names.push(name);
      await store.save(tokens(3_600_000, { accessToken: "theirs", refreshToken: "refresh-theirs" }));
      return work();
    };
    const { session, sent } = setUp(store, undefined, { lock });
    await session.user();
    expect(sent.map(({ headers }) => headers.get("Authorization"))).toEqual(["Bearer theirs"]);
    expect(names).toEqual([expect.stringMatching(/^mubarokah\.[\w-]{43}$/)]);
    expect(names[0]).not.toContain("refresh-0");
  });

  it("a sign-out meanwhile is not undone", async () => {
    const store = memoryStore(tokens(-1));
    const lock = async <Result>(_: string, work: () => Promise<Result>) => {
      await store.clear();
      return work();
    };
    const { session, sent } = setUp(store, undefined, { lock });
    expect(await thrownBy(() => session.user())).toMatchObject({ code: "not_signed_in" });
    expect([sent, await store.load()]).toEqual([[], undefined]);
  });
});

describe("a refresh token that is dead", () => {
  const dead = (reason: string) => json({ error: "invalid_grant", reason, hint: "Sign in again." }, 400);

  it("is forgotten, and the reason told", async () => {
    const store = memoryStore(tokens(-1));
    const { fetch, sent } = scriptedFetch(dead("refresh_token_expired"));
    const session = client({ fetch, clock }).session(store);
    const error = await thrownBy(() => session.user());
    expect(error).toMatchObject({
      code: "invalid_grant",
      reason: "refresh_token_expired",
      fixableBy: "person",
    });
    expect([await store.load(), sent.length]).toEqual([undefined, 1]);
  });

  it("is no matter when somebody stored a newer one meanwhile", async () => {
    const store = memoryStore(tokens(-1));
    const newer = tokens(3_600_000, { accessToken: "newer", refreshToken: "refresh-newer" });
    const superseded: Answerer = async (sent, signal) => {
      await store.save(newer);
      return dead("refresh_token_superseded")(sent, signal);
    };
    const { fetch } = scriptedFetch(superseded, json(person));
    expect(await client({ fetch, clock }).session(store).user()).toEqual(person);
    expect(await store.load()).toEqual(newer);
  });

  it.each([
    [json({ error: "invalid_client", reason: "client_disabled" }, 401), "invalid_client"],
    [
      json({ error: "temporarily_unavailable", reason: "maintenance", retry_after: 60 }, 503),
      "temporarily_unavailable",
    ],
  ])("is kept when it is something else that failed", async (answer, code) => {
    const store = memoryStore(tokens(-1));
    const { fetch } = scriptedFetch(answer);
    expect(await thrownBy(() => client({ fetch, clock }).session(store).user())).toMatchObject({ code });
    expect(await store.load()).toMatchObject({ refreshToken: "refresh-0" });
  });
});

describe("logout", () => {
  it("takes any 2xx, and empties the store", async () => {
    for (const status of [200, 202, 204]) {
      const store = memoryStore(tokens(3_600_000));
      const { fetch, sent } = scriptedFetch(() => new Response(null, { status }));
      await client({ fetch, clock }).session(store).logout();
      expect(sent[0]).toMatchObject({
        method: "POST",
        url: new URL("https://id.example.com/api/logout-sso"),
      });
      expect(await store.load()).toBeUndefined();
    }
  });

  it("empties the store although the server could not be told, and says so", async () => {
    const store = memoryStore(tokens(3_600_000));
    const { fetch } = scriptedFetch(json({ error: "service_unavailable", retry_after: 60 }, 503));
    const error = await thrownBy(() => client({ fetch, clock }).session(store).logout());
    expect(error).toMatchObject({ code: "service_unavailable", retryAfterMs: 60_000 });
    expect(await store.load()).toBeUndefined();
  });
});

describe("stores", () => {
  const broken = (part: keyof TokenStore): TokenStore => ({
    ...memoryStore(tokens(-1)),
    [part]: () => {
      throw new Error("disk full");
    },
  });

  it.each([
    ["load", "load_failed"],
    ["save", "save_failed"],
  ] as const)("one that cannot %s is a typed error with its cause", async (part, reason) => {
    const { session } = setUp(broken(part));
    const error = await thrownBy(() => session.user());
    expect(error).toMatchObject({ code: "token_store_failed", reason, cause: new Error("disk full") });
  });

  it("one that cannot be cleared", async () => {
    const { session } = setUp(broken("clear"));
    expect(await thrownBy(() => session.logout())).toMatchObject({ reason: "clear_failed" });
  });

  it("a property of a server's session, committed after each change", async () => {
    const holder: { tokens?: TokenSet } = { tokens: tokens(-1) };
    let commits = 0;
    const store = objectStore(holder, "tokens", () => {
      commits += 1;
    });
    const { session } = setUp(store);
    await session.user();
    expect([holder.tokens?.refreshToken, commits]).toEqual(["refresh-1", 1]);
    await session.logout();
    expect([Object.keys(holder), commits]).toEqual([[], 2]);
  });
});

describe("a machine's token", () => {
  it("is fetched once for any number of callers, and again when 30 seconds are left", async () => {
    let time = now;
    const server = serverLike();
    const mubarokah = client({
      fetch: server.fetch,
      clock: { ...clock, now: () => time },
      clientSecret: "s",
    });
    const machine = machineToken(mubarokah, { scope: "server-operations", now: () => time });
    const all = await Promise.all(Array.from({ length: 100 }, () => machine.accessToken()));
    expect([new Set(all), server.sent.length]).toEqual([new Set(["access-1"]), 1]);
    time += 86_400_000 - 30_001;
    expect(await machine.accessToken()).toBe("access-1");
    time += 1;
    expect(await machine.accessToken()).toBe("access-2");
    expect(server.sent[0]?.body.get("scope")).toBe("server-operations");
  });

  it("asks anew after a failure", async () => {
    const { fetch } = scriptedFetch(json({ error: "invalid_client" }, 401), json(tokenBody()));
    const machine = machineToken(client({ fetch, clientSecret: "s" }));
    expect(await thrownBy(() => machine.accessToken())).toMatchObject({ code: "invalid_client" });
    expect(await machine.accessToken()).toBe("access-1");
  });
});
