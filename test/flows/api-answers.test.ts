import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiSeed } from "../support/api-seed.ts";
import { provoked } from "../support/provoked.ts";
import { rawRequest } from "../support/raw-request.ts";
import { startServer } from "../support/server.ts";

let seed: ApiSeed;
beforeAll(async () => {
  seed = await ApiSeed.open(await startServer());
});
afterAll(async () => {
  await seed.storage.close();
  await seed.server.stop();
});

describe("paths and methods", () => {
  const unknown = [
    "/api",
    "/api/",
    "/api/nothing",
    "/api/%ff",
    "/api//user",
    "/api/user/",
    "/api/user%2fdetails",
  ];
  const odd = [
    "/api/users",
    "/api/users/",
    "/api/users/1/2",
    "/api/USER",
    "/api/%",
    "/api/%00",
    "/api/user;a=1",
  ];
  const long = `/api/${"a".repeat(4_000)}`;

  it.each([...unknown, ...odd, long])("answers JSON for %.40s, with a token or without", async (path) => {
    const { token } = await seed.token();
    for (const headers of [[], [["Authorization", `Bearer ${token}`] as const]]) {
      const seen = await rawRequest(seed.server.origin, { path, headers });
      expect(seen.headers.get("Access-Control-Allow-Origin")).toBe("*");
      const { body } = await provoked("api", "resource_not_found", "path_unknown", seen);
      expect(JSON.stringify(body)).not.toContain("aaaa");
    }
  });

  it.each(["a b/c", "evil.example", "[", "[::1", "x:99999", "user@host", "1.2.3", "", "?", "ümlaut"])(
    "answers JSON for the host %j, and builds nothing from it",
    async (host) => {
      const seen = await rawRequest(seed.server.origin, {
        path: "/api/user",
        host: Buffer.from(host).toString("latin1"),
      });
      const { body } = await provoked("api", "unauthenticated", "token_missing", seen);
      expect(body?.error_uri).toMatch(new RegExp(`^${seed.server.origin}/docs/`));
    },
  );

  it.each([
    ["/api/ba\\ck", 404],
    ["http://evil.example/api/user", 401],
    ["/api/../api/user", 401],
    ["/api/user#fragment", 401],
  ])("answers JSON for the target %s", async (path, status) => {
    const seen = await rawRequest(seed.server.origin, { path });
    expect([seen.status, seen.headers.get("Content-Type")]).toEqual([status, "application/json"]);
  });

  it.each([
    ["/api/user", "GET, HEAD, PATCH", ["POST", "PUT", "DELETE", "OPTIONS", "PROPFIND"]],
    ["/api/user/details", "GET, HEAD", ["POST", "PATCH"]],
    ["/api/users/1", "GET, HEAD", ["DELETE"]],
    ["/api/logout-sso", "GET, POST", ["PUT", "DELETE"]],
    ["/api/admin/scope-approval/x", "GET, HEAD", ["POST"]],
  ])("names the methods of %s", async (path, allowed, methods) => {
    for (const method of methods) {
      const seen = await rawRequest(seed.server.origin, { path, method });
      expect(seen.headers.get("Allow")).toBe(allowed);
      const { body } = await provoked("api", "validation_error", "method_not_allowed", seen);
      expect(body?.hint).toContain(allowed);
    }
  });
});

describe("scripts of other origins", () => {
  it("may ask first, wherever they ask", async () => {
    for (const path of ["/api/user", "/api/nothing"]) {
      const response = await seed.call(path, undefined, {
        method: "OPTIONS",
        headers: {
          Origin: "https://app.example.com",
          "Access-Control-Request-Method": "PATCH",
          "Access-Control-Request-Headers": "authorization,content-type",
        },
      });
      expect(response.status).toBe(204);
      expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
      expect(response.headers.get("Access-Control-Allow-Methods")).toContain("PATCH");
      expect(response.headers.get("Access-Control-Allow-Headers")).toBe("Authorization, *");
      expect(response.headers.get("Access-Control-Allow-Credentials")).toBeNull();
    }
  });

  it("may read what they need to retry and to report", async () => {
    const { token } = await seed.token();
    for (const credentials of [token, undefined]) {
      const { headers } = await seed.call("/api/user", credentials, { headers: { Origin: "null" } });
      const exposed = (headers.get("Access-Control-Expose-Headers") ?? "").split(", ");
      expect(exposed).toEqual(
        expect.arrayContaining([
          "Retry-After",
          "X-RateLimit-Reset",
          "RateLimit",
          "WWW-Authenticate",
          "X-Request-Id",
        ]),
      );
    }
  });
});

describe("problem documents", () => {
  it("are for whoever accepts them (RFC 9457), with the same members", async () => {
    const { token } = await seed.token({ scopes: ["edit-user"] });
    const accept = { Accept: "application/problem+json, application/json;q=0.5" };
    const seen = await seed.call("/api/user", undefined, { headers: accept });
    expect(seen.headers.get("Content-Type")).toBe("application/problem+json");
    await provoked("api", "unauthenticated", "token_missing", seen);
    const headers = { ...accept, "Content-Type": "application/json" };
    const invalid = await seed.call("/api/user", token, { method: "PATCH", headers, body: '{"name":1}' });
    const { body } = await provoked("api", "validation_error", "field_invalid", invalid);
    expect(body).toMatchObject({
      status: 400,
      title: "Field invalid",
      errors: { name: ["Must be a text."] },
    });
  });

  it("leave HTML to pages, whatever is asked for", async () => {
    for (const Accept of ["text/html", "*/*", "image/png", "application/problem+json;q=0"]) {
      const seen = await seed.call("/api/user", undefined, { headers: { Accept } });
      expect(seen.headers.get("Content-Type")).toBe("application/json");
    }
  });
});

describe("failures of the server", () => {
  it("are database_unavailable while the database is locked, and pass", async () => {
    const { token } = await seed.token({ scopes: ["edit-user"] });
    const unlock = await seed.server.database.lock();
    const seen = await seed.patch(token, { bio: "never stored" });
    await unlock();
    await provoked("api", "service_unavailable", "database_unavailable", seen);
    expect((await seed.patch(token, { bio: "stored" })).status).toBe(200);
  });

  it("are unexpected with nothing but the request id, which the log knows", async () => {
    const { token } = await seed.token({ scopes: ["detail-user"] });
    await seed.server.database.sql("alter table approvals rename to lost_approvals");
    const seen = await seed.call("/api/user/details", token);
    await seed.server.database.sql("alter table lost_approvals rename to approvals");
    const { body } = await provoked("api", "server_error", "unexpected", seen);
    expect(JSON.stringify(body)).not.toMatch(/approvals|sql|\bat /i);
    await expect.poll(() => seed.server.log()).toContain(body?.request_id);
    expect(seed.server.log()).not.toContain(token);
  });
});
