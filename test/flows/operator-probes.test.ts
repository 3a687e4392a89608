import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogue } from "../../src/errors/catalogue.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";

const token = "m".repeat(32);
const production = {
  NODE_ENV: "production",
  ISSUER: "https://id.example.com",
  HOST: "127.0.0.1",
  SECRET_KEY: "7".repeat(64),
  MAIL_URL: "smtp://127.0.0.1:9",
  MAIL_FROM: "Mubarokah ID <no-reply@id.example.com>",
};

let development: TestServer;
let closed: TestServer;
let open: TestServer;
beforeAll(async () => {
  [development, closed, open] = await Promise.all([
    startServer(),
    startServer({ env: production }),
    startServer({ env: { ...production, METRICS_TOKEN: token } }),
  ]);
});
afterAll(() => Promise.all([development.stop(), closed.stop(), open.stop()]));

const at = ({ port }: TestServer, path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${port}${path}`, { headers, redirect: "manual" });

describe("probes", () => {
  it.each(["/livez", "/readyz", "/health"])(
    "%s answers 200 in JSON, never cached, under any host",
    async (path) => {
      for (const server of [development, closed]) {
        const response = await at(server, path);
        expect([response.status, response.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
        expect(response.headers.get("Content-Type")).toBe("application/json");
        expect(await response.json()).toMatchObject({ status: "ok" });
      }
    },
  );

  it("/health says what it checked", async () => {
    expect(await (await at(development, "/health")).json()).toEqual({
      status: "ok",
      maintenance: "off",
      checks: { process: "ok", database: "ok", migrations: "ok" },
    });
  });
});

describe("/metrics", () => {
  it("in production does not exist without METRICS_TOKEN", async () => {
    await provoked("api", "resource_not_found", "path_unknown", await at(closed, "/metrics"));
  });

  it("in production needs the token", async () => {
    await provoked("api", "unauthenticated", "token_missing", await at(open, "/metrics"));
    for (const wrong of [`Bearer ${token}x`, "Bearer ", `Basic ${token}`, token]) {
      const response = await at(open, "/metrics", { Authorization: wrong });
      await provoked("api", "token_invalid", "token_unknown", response);
    }
    const response = await at(open, "/metrics", { Authorization: `Bearer ${token}` });
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toMatch(/^text\/plain; version=0\.0\.4/);
  });

  it("counts requests, errors, the process, the queue and the size of the database", async () => {
    await at(development, "/livez");
    await at(development, "/api/user");
    const text = await (await at(development, "/metrics")).text();
    expect(text).toMatch(/^http_requests_total\{method="GET",route="\/livez",status="200"\} [1-9]/m);
    expect(text).toMatch(/^errors_total\{family="api",code="unauthenticated",reason="token_missing"\} 1$/m);
    expect(text).toMatch(/^http_request_duration_seconds_bucket\{le="0.005",route="\/livez"\} [1-9]/m);
    for (const name of [
      "process_resident_memory_bytes",
      "nodejs_eventloop_lag_p99_seconds",
      "database_bytes",
    ])
      expect(text).toMatch(new RegExp(`^${name} [\\d.e+-]+$`, "m"));
    expect(text).toMatch(/^mails_waiting 0$/m);
  });

  it("labels come from fixed lists, whatever clients send", async () => {
    const port = development.port;
    await fetch(`http://127.0.0.1:${port}/secret-path-1?code=secret-code`, { redirect: "manual" });
    await fetch(`http://127.0.0.1:${port}/docs/errors/secret-path-2`, { redirect: "manual" });
    await fetch(`http://127.0.0.1:${port}/api/users/424242`, { method: "PURGE" });
    const text = await (await at(development, "/metrics")).text();
    expect(text).not.toMatch(/secret|424242|PURGE/);
    expect(text).toMatch(
      /^http_requests_total\{method="other",route="\/api\/users\/:\w+",status="405"\} 1$/m,
    );
    const codes = Object.values(catalogue).flatMap((family) => Object.keys(family));
    for (const [, code] of text.matchAll(/code="([^"]+)"/g)) expect(codes).toContain(code);
    for (const [, route] of text.matchAll(/route="([^"]+)"/g))
      expect(route).toMatch(/^(unmatched|\/[\w/:.*-]*)$/);
  });
});
