import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type KnownClient, TokenDesk } from "../support/token-desk.ts";

let desk: TokenDesk;
let client: KnownClient;

beforeAll(async () => {
  desk = await TokenDesk.open({ SECURITY_CONTACT: "https://example.com/report" });
  client = await desk.client();
});
afterAll(() => desk.close());

const get = (path: string) => fetch(desk.server.origin + path, { redirect: "manual" });

describe("metadata", () => {
  it("names what this server can do, from the lists it works with", async () => {
    const made = { name: "server-operations", requiresApproval: false, builtIn: false };
    await desk.storage.write(({ scopes }) => scopes.create(made));
    const response = await get("/.well-known/oauth-authorization-server");
    expect(response.headers.get("Content-Type")).toBe("application/json");
    const { origin } = desk.server;
    expect(await response.json()).toEqual({
      issuer: origin,
      authorization_endpoint: `${origin}/oauth/authorize`,
      token_endpoint: `${origin}/oauth/token`,
      jwks_uri: `${origin}/.well-known/jwks.json`,
      scopes_supported: ["admin", "detail-user", "edit-user", "server-operations", "view-user"],
      response_types_supported: ["code"],
      response_modes_supported: ["query"],
      grant_types_supported: ["authorization_code", "refresh_token", "client_credentials"],
      token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post", "none"],
      service_documentation: `${origin}/docs`,
      ui_locales_supported: ["en", "id", "ar"],
      revocation_endpoint: `${origin}/oauth/revoke`,
      revocation_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post", "none"],
      introspection_endpoint: `${origin}/oauth/introspect`,
      introspection_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
      code_challenge_methods_supported: ["S256"],
      prompt_values_supported: ["none", "login", "consent", "select_account"],
      authorization_response_iss_parameter_supported: true,
    });
  });

  it("is the same document for OpenID Connect, with an empty key set", async () => {
    const one = await (await get("/.well-known/oauth-authorization-server")).text();
    expect(await (await get("/.well-known/openid-configuration")).text()).toBe(one);
    expect(await (await get("/.well-known/jwks.json")).text()).toBe('{"keys":[]}');
  });

  it("is not built from the Host header", async () => {
    const response = await fetch(`${desk.server.origin}/.well-known/oauth-authorization-server`, {
      headers: { "X-Forwarded-Host": "evil.example", Forwarded: "host=evil.example" },
    });
    expect(await response.text()).not.toContain("evil");
  });
});

describe("security.txt", () => {
  it("has the fields of RFC 9116, and has not expired", async () => {
    const response = await get("/.well-known/security.txt");
    expect(response.headers.get("Content-Type")?.toLowerCase()).toBe("text/plain; charset=utf-8");
    const text = await response.text();
    const fields = new Map(
      text
        .trimEnd()
        .split("\n")
        .map((line) => [line.split(": ")[0], line.slice(line.indexOf(" ") + 1)]),
    );
    expect([...fields.keys()]).toEqual(["Contact", "Expires", "Preferred-Languages", "Canonical"]);
    expect(fields.get("Contact")).toBe("https://example.com/report");
    const left = Date.parse(fields.get("Expires") ?? "") - Date.now();
    expect(left).toBeGreaterThan(170 * 86_400_000);
    expect(left).toBeLessThan(365 * 86_400_000);
    expect(fields.get("Canonical")).toBe(`${desk.server.origin}/.well-known/security.txt`);
  });
});

it("change-password leads to the form", async () => {
  const response = await get("/.well-known/change-password");
  expect([response.status, response.headers.get("Location")]).toEqual([302, "/account/password"]);
});

describe("scripts of other origins", () => {
  const origin = "https://spa.example";

  it.each([
    ["POST", "/oauth/token", "authorization,content-type"],
    ["POST", "/oauth/revoke", "content-type,x-requested-with"],
    ["GET", "/.well-known/oauth-authorization-server", ""],
  ])("may %s %s", async (method, path, headers) => {
    const preflight = await fetch(desk.server.origin + path, {
      method: "OPTIONS",
      headers: {
        Origin: origin,
        "Access-Control-Request-Method": method,
        "Access-Control-Request-Headers": headers,
      },
    });
    expect(preflight.ok).toBe(true);
    expect(preflight.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(preflight.headers.get("Access-Control-Allow-Methods")).toContain(method);
    expect(preflight.headers.get("Access-Control-Allow-Headers")).toMatch(
      /Authorization.*\*|\*.*Authorization/,
    );
    expect(preflight.headers.get("Access-Control-Allow-Credentials")).toBeNull();
  });

  it("read answers and errors, and the headers that matter", async () => {
    for (const secret of [client.secret ?? "", "wrong"]) {
      const response = await desk.post(
        "/oauth/token",
        { grant_type: "client_credentials", client_id: client.id, client_secret: secret },
        { Origin: origin },
      );
      expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
      expect(response.headers.get("Access-Control-Allow-Credentials")).toBeNull();
      const exposed = response.headers.get("Access-Control-Expose-Headers");
      for (const name of [
        "Retry-After",
        "X-RateLimit-Limit",
        "RateLimit",
        "WWW-Authenticate",
        "X-Request-Id",
      ])
        expect(exposed).toContain(name);
    }
  });

  it("may not introspect", async () => {
    const response = await fetch(`${desk.server.origin}/oauth/introspect`, {
      method: "OPTIONS",
      headers: { Origin: origin, "Access-Control-Request-Method": "POST" },
    });
    expect(response.status).toBe(405);
    expect(response.headers.get("Access-Control-Allow-Origin")).toBeNull();
  });
});
