import { describe, expect, it } from "vitest";
import { memoryStore } from "../../packages/client/src/index.ts";
import { clock, setUp, tokens } from "./renewing.ts";
import { type Answerer, client, json, person, scriptedFetch, thrownBy, tokenBody } from "./scripted.ts";

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
