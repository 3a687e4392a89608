import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { provoked } from "../support/provoked.ts";
import { basic, type KnownClient, TokenDesk } from "../support/token-desk.ts";

let desk: TokenDesk;
let client: KnownClient;

beforeAll(async () => {
  desk = await TokenDesk.open({
    RATE_LIMITS: "on,client_refused=4/60,client_accepted=6/60",
    TRUST_PROXY: "127.0.0.1,::1",
  });
  client = await desk.client();
});
afterAll(() => desk.close());

/** From an address of its own, so that one test does not count for another. */
function ask(from: string, secret = client.secret, clientId = client.id): Promise<Response> {
  const headers = { ...basic(clientId, secret), "X-Forwarded-For": from };
  return desk.post("/oauth/token", { grant_type: "client_credentials" }, headers);
}

async function times(count: number, attempt: () => Promise<Response>): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (let i = 0; i < count; i++) statuses.push((await attempt()).status);
  return statuses;
}

describe("refused requests", () => {
  it("of one client from one address: then temporarily_unavailable with when to come back", async () => {
    const from = "203.0.113.1";
    expect(await times(4, () => ask(from, "wrong"))).toEqual([401, 401, 401, 401]);
    const response = await ask(from);
    expect(response.headers.get("X-RateLimit-Limit")).toBe("4");
    expect(response.headers.get("X-RateLimit-Remaining")).toBe("0");
    expect(Number(response.headers.get("X-RateLimit-Reset")) * 1000).toBeGreaterThan(Date.now());
    expect(response.headers.get("RateLimit-Policy")).toBe('"client_refused";q=4;w=60');
    await provoked("oauth", "temporarily_unavailable", "rate_limited", response);
  });

  it("do not lock out the client elsewhere, nor another client here", async () => {
    expect(await times(5, () => ask("203.0.113.2", "wrong"))).toEqual([401, 401, 401, 401, 429]);
    expect((await ask("203.0.113.3")).status).toBe(200);
    const other = await desk.client();
    expect((await ask("203.0.113.2", other.secret, other.id)).status).toBe(200);
  });

  it("count invalid grants too, at all three endpoints together", async () => {
    const headers = { ...basic(client.id, client.secret), "X-Forwarded-For": "203.0.113.4" };
    const refresh = { grant_type: "refresh_token", refresh_token: "x" };
    expect(await times(2, () => desk.post("/oauth/token", refresh, headers))).toEqual([400, 400]);
    expect((await desk.post("/oauth/revoke", {}, headers)).status).toBe(400);
    expect((await desk.post("/oauth/introspect", {}, headers)).status).toBe(400);
    for (const path of ["/oauth/token", "/oauth/revoke", "/oauth/introspect"])
      expect((await desk.post(path, refresh, headers)).status).toBe(429);
  });

  it("of clients that do not exist share one count, so that fresh ids bring nothing", async () => {
    const from = "203.0.113.5";
    let n = 0;
    const invented = () => ask(from, "x", `invented-${n++}`);
    expect(await times(6, invented)).toEqual([401, 401, 401, 401, 429, 429]);
    expect((await ask(from)).status).toBe(200);
  });

  it("of one subscriber of IPv6 count together", async () => {
    let n = 1;
    const statuses = await times(5, () => ask(`2001:db8:1:2::${n++}`, "wrong"));
    expect(statuses).toEqual([401, 401, 401, 401, 429]);
  });

  it("that never named a client cost nothing and count for nobody", async () => {
    const nobody = () => desk.post("/oauth/token", { grant_type: "x" }, { "X-Forwarded-For": "203.0.113.6" });
    expect(await times(6, nobody)).toEqual([401, 401, 401, 401, 401, 401]);
  });
});

it("accepted requests have a limit of their own, told on each", async () => {
  const from = "203.0.113.7";
  for (let left = 5; left >= 0; left--) {
    const response = await ask(from);
    expect(response.status).toBe(200);
    expect(response.headers.get("X-RateLimit-Limit")).toBe("6");
    expect(response.headers.get("X-RateLimit-Remaining")).toBe(String(left));
    expect(response.headers.get("RateLimit")).toMatch(new RegExp(`^"client_accepted";r=${left};t=\\d+$`));
  }
  const response = await ask(from);
  expect(response.headers.get("RateLimit-Policy")).toBe('"client_accepted";q=6;w=60');
  await provoked("oauth", "temporarily_unavailable", "rate_limited", response);
});

it("a limited request touches no code", async () => {
  const code = await desk.code(client);
  const redeem = (from: string, secret = client.secret) =>
    desk.post(
      "/oauth/token",
      {
        grant_type: "authorization_code",
        code,
        redirect_uri: "https://app.example.com/callback",
        code_verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
      },
      { ...basic(client.id, secret), "X-Forwarded-For": from },
    );
  expect(await times(4, () => redeem("203.0.113.8", "wrong"))).toEqual([401, 401, 401, 401]);
  expect((await redeem("203.0.113.8")).status).toBe(429);
  expect((await redeem("203.0.113.9")).status).toBe(200);
});
