import { type ClientRequest, request } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Application, createPerson, type Tokens } from "../support/application.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";

const places = 4;
let server: TestServer;
let app: Application;
let tokens: Tokens;
const slow: ClientRequest[] = [];

/** A request whose body never ends, each from an address of its own: one alone gets few places. Resolves once it is sent. */
function slowRequest(path: string, address: string): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const sent = request(server.origin + path, {
      method: "POST",
      headers: {
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": 1000,
        "X-Forwarded-For": address,
      },
    });
    sent.on("error", reject);
    sent.write("grant_type=client_credentials&", () => resolve(sent));
  });
}

async function underWay(): Promise<number> {
  const text = await (await fetch(`${server.origin}/metrics`)).text();
  return Number(/^http_requests_under_way (\d+)$/m.exec(text)?.[1]);
}

beforeAll(async () => {
  server = await startServer({
    alone: true,
    env: { RATE_LIMITS: "off", MAX_CONCURRENT_REQUESTS: String(places), TRUST_PROXY: "127.0.0.1,::1" },
  });
  app = await Application.register(server);
  tokens = await app.signIn(new Visitor(server.origin), await createPerson(server));
  for (let place = 0; place < places; place++)
    slow.push(await slowRequest("/oauth/token", `198.51.100.${place}`));
  while ((await underWay()) < places) await new Promise((resolve) => setTimeout(resolve, 10));
});
afterAll(() => server.stop());

it("a request more than there are places is turned away before anything is done, everywhere", async () => {
  const visitor = new Visitor(server.origin);
  const began = performance.now();
  const refused = await Promise.all([
    app.refresh(tokens.refresh_token ?? ""),
    app.api("/api/user", tokens.access_token),
    visitor.request(app.authorizeUrl()),
    visitor.request("/login"),
  ]);
  expect(performance.now() - began).toBeLessThan(1000);
  const [token, api, authorize, login] = refused;
  await provoked("oauth", "temporarily_unavailable", "overloaded", token);
  await provoked("api", "service_unavailable", "overloaded", api);
  await provoked("oauth", "temporarily_unavailable", "overloaded", authorize.response);
  await provoked("api", "service_unavailable", "overloaded", login.response);
});

it("probes are answered all the same", async () => {
  for (const path of ["/livez", "/readyz", "/health", "/metrics"])
    expect((await fetch(server.origin + path)).status).toBe(200);
});

it("a place is free again as soon as its request ends, however it ends", async () => {
  for (const sent of slow) {
    sent.on("error", () => {});
    sent.destroy();
  }
  while ((await underWay()) > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  // Who hangs up is no failure of the server.
  expect(await (await fetch(`${server.origin}/metrics`)).text()).not.toContain('code="server_error"');
  // What was turned away was not begun: the same token still works.
  expect((await app.refresh(tokens.refresh_token ?? "")).status).toBe(200);
  const all = await Promise.all(
    Array.from({ length: places }, () => app.api("/api/user", tokens.access_token)),
  );
  expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
});
