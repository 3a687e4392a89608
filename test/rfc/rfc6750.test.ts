import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed, type Issued } from "../support/api-seed.ts";
import { startServer } from "../support/server.ts";

let seed: ApiSeed;
let issued: Issued;
let expired: Issued;
beforeAll(async () => {
  seed = await ApiSeed.open(await startServer());
  issued = await seed.token();
  expired = await seed.token({ expiresIn: -10 });
});
afterAll(async () => {
  await seed.storage.close();
  await seed.server.stop();
});

/** The auth-params of a Bearer challenge in order, repeated ones too. */
function challenge(response: Response): readonly (readonly [string, string])[] {
  const header = response.headers.get("WWW-Authenticate") ?? "";
  expect(header).toMatch(/^Bearer [a-z_]+="[^"\\]*"(, [a-z_]+="[^"\\]*")*$/);
  return Array.from(header.matchAll(/([a-z_]+)="([^"]*)"/g), ([, name = "", value = ""]) => [name, value]);
}

function attribute(response: Response, wanted: string): string | undefined {
  return challenge(response).find(([name]) => name === wanted)?.[1];
}

/** One response for every way of being refused. */
function refusals(): Promise<Response[]> {
  return Promise.all([
    seed.call("/api/user", undefined),
    seed.call("/api/user", undefined, { headers: { Authorization: "Basic eDp5" } }),
    seed.call(`/api/user?access_token=${issued.token}`, undefined),
    seed.call("/api/user", 'quote" \\ back'),
    seed.call("/api/user", "unknown"),
    seed.call("/api/user", expired.token),
    seed.call("/api/user/details", issued.token),
    seed.call("/api/users/1", issued.token),
  ]);
}

describe("RFC 6750, the use of Bearer tokens", () => {
  it("§2.1: resource servers MUST support the Authorization header", async () => {
    expect((await seed.call("/api/user", issued.token)).status).toBe(200);
  });

  it("§2: clients MUST NOT use more than one method in a request: such a request is refused", async () => {
    const seen = await seed.call(`/api/user?access_token=${issued.token}`, issued.token);
    expect(seen.status).toBe(401);
  });

  it("§2.2: a token in a body MUST NOT be used with GET, and is taken nowhere", async () => {
    const body = new URLSearchParams({ access_token: issued.token });
    for (const method of ["PATCH", "POST"]) {
      const path = method === "POST" ? "/api/logout-sso" : "/api/user";
      expect((await seed.call(path, undefined, { method, body })).status).toBe(401);
    }
    expect((await seed.call("/api/user", issued.token)).status).toBe(200);
  });

  it("§3: a request without a token that opens the resource MUST get WWW-Authenticate", async () => {
    for (const response of await refusals()) {
      expect([401, 403]).toContain(response.status);
      expect(response.headers.has("WWW-Authenticate")).toBe(true);
    }
  });

  it("§3: challenges MUST use the scheme Bearer, and it MUST be followed by at least one auth-param", async () => {
    for (const response of await refusals()) expect(challenge(response).length).toBeGreaterThan(0);
  });

  it("§3: realm, scope, error, error_description and error_uri MUST NOT appear more than once", async () => {
    for (const response of await refusals()) {
      const names = challenge(response).map(([name]) => name);
      expect(names).toEqual([...new Set(names)]);
      expect(names[0]).toBe("realm");
    }
  });

  it("§3: scope MUST be scope tokens with single spaces between", async () => {
    const scope = attribute(await seed.call("/api/user/details", issued.token), "scope");
    expect(scope).toMatch(/^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/);
  });

  it("§3: error and error_description MUST NOT leave %x20-21 / %x23-5B / %x5D-7E", async () => {
    for (const response of await refusals())
      for (const name of ["error", "error_description"]) {
        const value = attribute(response, name);
        if (value !== undefined) expect(value).toMatch(/^[\x20\x21\x23-\x5b\x5d-\x7e]+$/);
      }
  });

  it("§3: error_uri MUST be a URI reference without spaces and quotes", async () => {
    const seen = await seed.call("/api/user", expired.token);
    const uri = attribute(seen, "error_uri") ?? "";
    expect(uri).toMatch(/^[\x21\x23-\x5b\x5d-\x7e]+$/);
    expect(URL.canParse(uri)).toBe(true);
  });

  it("§3.1: without authentication information there is no error code", async () => {
    for (const response of (await refusals()).slice(0, 3))
      expect(challenge(response).map(([name]) => name)).toEqual(["realm"]);
  });

  it("§3.1: expired, revoked, malformed and unknown tokens are invalid_token with 401", async () => {
    for (const token of ['quote" \\ back', "unknown", expired.token]) {
      const seen = await seed.call("/api/user", token);
      expect([seen.status, attribute(seen, "error")]).toEqual([401, "invalid_token"]);
    }
  });

  it("§3.1: a token without the scope is insufficient_scope with 403, and the challenge names the scope", async () => {
    const seen = await seed.call("/api/user/details", issued.token);
    expect([seen.status, attribute(seen, "error")]).toEqual([403, "insufficient_scope"]);
    expect(attribute(seen, "scope")).toBe("detail-user");
  });

  it("§5.2: the integrity of a token MUST be protected: no changed character is accepted", async () => {
    const { token } = issued;
    const changed = Array.from({ length: 12 }, (_, i) => i * 7).map((at) => {
      const other = token.charAt(at) === "a" ? "b" : "a";
      return token.slice(0, at) + other + token.slice(at + 1);
    });
    for (const text of changed) expect((await seed.call("/api/user", text)).status).toBe(401);
  });

  it("§5.3: tokens MUST NOT be stored in cookies: no answer sets one and none is read", async () => {
    const headers = { Cookie: `access_token=${issued.token}; token=${issued.token}` };
    const seen = await seed.call("/api/user", undefined, { headers });
    expect([seen.status, seen.headers.get("Set-Cookie")]).toEqual([401, null]);
    for (const response of await refusals()) expect(response.headers.get("Set-Cookie")).toBeNull();
  });
});
