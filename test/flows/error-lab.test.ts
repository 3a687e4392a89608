import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { everyReason } from "../../src/errors/walk.ts";
import { isRehearsedAt, rehearsalEndpoints } from "../../src/protocol/rehearsal/rehearsed-error.ts";
import { ask, type Goods, goodsFor, testApplication } from "../support/error-lab.ts";
import { provoked, rehearsed } from "../support/provoked.ts";
import { type KnownClient, TokenDesk } from "../support/token-desk.ts";

let desk: TokenDesk;
let client: KnownClient;
let goods: Goods;
beforeAll(async () => {
  desk = await TokenDesk.open({ LOG_LEVEL: "info" });
  client = await testApplication(desk);
  goods = await goodsFor(desk, client);
});
afterAll(() => desk.close());

const linesOf = (text: string, pattern: RegExp) => text.split("\n").filter((line) => pattern.test(line));
const figures = async () => (await fetch(`${desk.server.origin}/metrics`)).text();

it("Every error of the catalogue can be rehearsed somewhere", () => {
  const missing = everyReason().filter(
    (entry) => !rehearsalEndpoints.some((endpoint) => isRehearsedAt(endpoint, entry)),
  );
  expect(missing).toEqual([]);
});

describe.each(rehearsalEndpoints)("at %s", (endpoint) => {
  const entries = everyReason().filter((entry) => isRehearsedAt(endpoint, entry));
  // Both families have some of the same name: where they meet, OAuth's is the one that applications get.
  const first = new Map(
    entries.toReversed().map((entry) => [`${entry.code}/${entry.reason}`, entry] as const),
  );

  it.each([...first])("%s is answered as it really is, but for the mark", async (wish, entry) => {
    await rehearsed(entry, await ask(desk, endpoint, client, goods, wish));
  });

  it("a code alone takes the first of its reasons", async () => {
    const [entry] = entries;
    if (!entry) return expect.unreachable();
    await rehearsed(entry, await ask(desk, endpoint, client, goods, entry.code));
  });

  it.each([
    "nonsense",
    "invalid_grant/nothing",
    "invalid_client/authorization_code_used",
    "server_error/unexpected; delay=11",
    "server_error/unexpected; delay=-1",
    "server_error/unexpected; delay=1; delay=2",
    "server_error/unexpected; status=200",
    "server_error/unexpected, server_error/unexpected",
    "<script>alert(1)</script>",
    `server_error/${"x".repeat(5_000)}`,
  ])("%.40s is told to be no such error", async (wish) => {
    const response = await ask(desk, endpoint, client, goods, wish);
    if (endpoint === "api") await provoked("api", "validation_error", "rehearsal_unknown", response);
    else await provoked("oauth", "invalid_request", "rehearsal_unknown", response);
  });
});

it("What is answered says how long to wait, as the application wishes", async () => {
  const wish = "temporarily_unavailable/overloaded; delay=1; retry_after=77";
  const began = performance.now();
  const response = await ask(desk, "token", client, goods, wish);
  expect(performance.now() - began).toBeGreaterThan(990);
  expect(response.headers.get("Retry-After")).toBe("77");
  expect(await response.json()).toMatchObject({ retry_after: 77 });
});

it("An answer in another form is rehearsed in that form", async () => {
  const headers = {
    Authorization: `Bearer ${goods.accessToken}`,
    Accept: "application/problem+json",
    "Mubarokah-Rehearse": "token_expired",
  };
  const response = await fetch(`${desk.server.origin}/api/user`, { headers });
  expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  expect(await response.json()).toMatchObject({ status: 401, title: "Token expired" });
});

it("Nothing was redeemed, rotated, revoked or ended by any of it", async () => {
  expect(await desk.isActive(client, goods.accessToken)).toBe(true);
  expect(await desk.isActive(client, goods.refreshToken)).toBe(true);
  expect((await desk.redeem(client, goods.code)).status).toBe(200);
  const out = await fetch(`${desk.server.origin}/api/logout-sso`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${goods.accessToken}`,
      "Mubarokah-Rehearse": "server_error/unexpected",
    },
  });
  expect(out.status).toBe(500);
  expect((await desk.refresh(client, goods.refreshToken)).status).toBe(200);
});

it("No figure, no line about a failure and no entry for the owner tells of a rehearsal", async () => {
  const quiet = await testApplication(desk);
  const own = await goodsFor(desk, quiet);
  const counted = (text: string) =>
    linesOf(text, /^(errors_total|http_requests_total).*(database_unavailable|status="503")/);
  const before = counted(await figures());
  const ids: string[] = [];
  for (const endpoint of rehearsalEndpoints) {
    const code = endpoint === "api" ? "service_unavailable" : "temporarily_unavailable";
    const response = await ask(desk, endpoint, quiet, own, `${code}/database_unavailable`);
    ids.push(response.headers.get("X-Request-Id") ?? "none");
  }
  expect(counted(await figures())).toEqual(before);
  const wrong = await desk.post("/oauth/token", {
    grant_type: "x",
    client_id: quiet.id,
    client_secret: quiet.secret ?? "",
  });
  const real = wrong.headers.get("X-Request-Id") ?? "none";
  await expect
    .poll(() => desk.storage.committed.failures.find(quiet.id, real), { timeout: 15_000 })
    .toBeDefined();
  const kept = await desk.storage.committed.failures.list(quiet.id, {}, 10);
  expect(kept.map(({ requestId }) => requestId)).toEqual([real]);
  await expect.poll(() => desk.server.log().includes(ids.at(-1) ?? ""), { timeout: 15_000 }).toBe(true);
  for (const id of ids) {
    const lines = linesOf(desk.server.log(), new RegExp(id)).map((line) => JSON.parse(line) as object);
    expect(lines).toEqual([expect.objectContaining({ level: "info", rehearsed: true })]);
  }
});

describe("delays", () => {
  const busy = "temporarily_unavailable/maintenance; delay=";

  /** Asks until there is a place, then holds it until the test ends it. */
  async function hold(signal: AbortSignal, holder: KnownClient): Promise<void> {
    while (!signal.aborted) {
      await ask(desk, "token", holder, goods, `${busy}10`, { signal }).catch(() => {});
      await pause(30);
    }
  }

  const hasRoom = async () =>
    (await ask(desk, "authorize", client, goods, `${busy}1`)).headers.has("Mubarokah-Rehearsed");
  const patiently = { timeout: 15_000, interval: 60 };

  it("hold five answers at once and turn the sixth away; whoever hangs up leaves their place", async () => {
    const ending = new AbortController();
    const holders = [await testApplication(desk), await testApplication(desk), client];
    const held = [...holders, ...holders].map((holder) => hold(ending.signal, holder));
    await expect.poll(hasRoom, patiently).toBe(false);
    for (const endpoint of ["token", "authorize"] as const) {
      const sixth = await ask(desk, endpoint, client, goods, `${busy}1`);
      await provoked("oauth", "temporarily_unavailable", "rehearsals_busy", sixth);
    }
    const api = await ask(desk, "api", client, goods, "service_unavailable/maintenance; delay=1");
    await provoked("api", "service_unavailable", "rehearsals_busy", api);
    const undelayed = await ask(desk, "api", client, goods, "service_unavailable/maintenance");
    expect(undelayed.headers.has("Mubarokah-Rehearsed")).toBe(true);
    ending.abort();
    await Promise.all(held);
    await expect.poll(hasRoom, patiently).toBe(true);
  });

  it("asked for with what anybody knows leave places to who proves to be the application", async () => {
    const open = await desk.publicClient({ test: true });
    const verified = await testApplication(desk, { verified: true });
    const ending = new AbortController();
    const { signal } = ending;
    const stranger = { ...goods, cookie: "" };
    const held = Array.from({ length: 6 }, () => hold(signal, open));
    const atAuthorize = () => ask(desk, "authorize", verified, stranger, `${busy}1`);
    await expect
      .poll(async () => (await atAuthorize()).headers.has("Mubarokah-Rehearsed"), patiently)
      .toBe(false);
    await provoked("oauth", "temporarily_unavailable", "rehearsals_busy", await atAuthorize());
    expect(await hasRoom()).toBe(true);
    ending.abort();
    await Promise.all(held);
  });
});
