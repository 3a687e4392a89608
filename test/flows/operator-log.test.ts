import { afterAll, beforeAll, expect, it } from "vitest";
import { Application, createPerson, signInFields } from "../support/application.ts";
import { rawRequest } from "../support/raw-request.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";

interface Line {
  readonly level: string;
  readonly time: string;
  readonly msg: string;
  readonly requestId?: string;
  readonly method?: string;
  readonly route?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly code?: string;
  readonly reason?: string;
}

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: { RATE_LIMITS: "off", LOG_LEVEL: "trace" } });
});
afterAll(() => server.stop());

/** What the process said since it greeted, which is where the demo's secrets stand. */
function logged(): string {
  return server
    .log()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .join("\n");
}

function linesOf(): readonly Line[] {
  return logged()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
}

it("has one line a request: id, method, route, status, time, and the error", async () => {
  const { headers } = await fetch(`${server.origin}/api/user?x=1`);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const found = linesOf().filter(({ requestId }) => requestId === headers.get("X-Request-Id"));
  expect(found).toEqual([
    {
      level: "info",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      requestId: expect.stringMatching(/^[0-9a-f]{32}$/),
      method: "GET",
      route: "/api/user",
      status: 401,
      ms: expect.any(Number),
      code: "unauthenticated",
      reason: "token_missing",
      msg: "request",
    },
  ]);
});

it("names the error of a redirect and of a page too", async () => {
  const app = await Application.register(server);
  await new Visitor(server.origin).request(app.authorizeUrl({ prompt: "none" }));
  await new Visitor(server.origin).request(app.authorizeUrl({ client_id: "nobody" }));
  await new Promise((resolve) => setTimeout(resolve, 100));
  const seen = linesOf().map(({ route, status, code, reason }) => `${route} ${status} ${code} ${reason}`);
  expect(seen).toContain("/oauth/authorize 302 login_required not_signed_in");
  expect(seen).toContain("/oauth/authorize 400 invalid_request client_unknown");
});

it("never holds a secret, token, code, password, address, number or what came in", async () => {
  const app = await Application.register(server);
  const person = await createPerson(server, "--phone", "+6281398765432");
  const visitor = new Visitor(server.origin, { headers: { "User-Agent": "canary-agent" } });
  const redirect = await app.authorize(visitor, person, { state: "canary-state" });
  const code = redirect.searchParams.get("code") ?? "";
  const tokens = (await (await app.redeem(code)).json()) as { access_token: string; refresh_token: string };
  await app.redeem(code);
  await app.refresh(tokens.refresh_token);
  await app.api(`/api/user?access_token=${tokens.access_token}`, "canary-token");
  await app.api("/api/user", tokens.access_token, {
    method: "PATCH",
    headers: { "Content-Type": "application/json" },
    body: '{"bio": "canary-body" ]',
  });
  const stranger = new Visitor(server.origin);
  const form = await stranger.get("/login");
  await stranger.post(
    form,
    signInFields({ identifier: "canary-name@example.com", password: "canary-password" }),
  );
  await rawRequest(server.origin, { path: "/canary-path?code=canary-code", host: "canary-host.example" });
  // A failure with its cause: a row that is no JSON.
  await server.database.sql("update clients set redirect_uris = ? where id = ?", "canary-row", app.clientId);
  expect((await app.refresh(tokens.refresh_token)).status).toBe(500);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const text = logged();
  expect(text).toContain('"reason":"unexpected"');
  for (const secret of [
    ...[code, tokens.access_token, tokens.refresh_token, app.clientSecret ?? "", person.password],
    ...[person.identifier, "6281398765432", ...visitor.cookies.values()],
  ]) {
    expect(secret.length).toBeGreaterThan(5);
    expect(text).not.toContain(secret);
  }
  expect(text).not.toMatch(/canary|\$argon2|mbid_|@example\.com/);
});
