import { describe, expect, it } from "vitest";
import { memoryStore, objectStore, type TokenSet, type TokenStore } from "../../packages/client/src/index.ts";
import { machineToken } from "../../packages/client/src/machine-token.ts";
import { clock, now, paths, serverLike, setUp, tokens } from "./renewing.ts";
import { client, json, person, scriptedFetch, thrownBy, tokenBody } from "./scripted.ts";

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
