import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Application, createPerson, type Person, type Tokens } from "../support/application.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { Visitor } from "../support/visitor.ts";

let server: TestServer;
let app: Application;
let person: Person & { readonly id: number };
let visitor: Visitor;
let tokens: Tokens;

beforeAll(async () => {
  server = await startServer({ env: { RATE_LIMITS: "off" } });
  app = await Application.register(server);
  person = await createPerson(server);
  visitor = new Visitor(server.origin);
  tokens = await app.signIn(visitor, person, { scope: "view-user edit-user" });
});
afterAll(() => server.stop());

/** What an answer took, with it. */
async function timed(ask: () => Promise<Response>): Promise<Response> {
  const began = performance.now();
  const response = await ask();
  expect(performance.now() - began).toBeLessThan(2000);
  return response;
}

const change = () =>
  app.api("/api/user", tokens.access_token, {
    method: "PATCH",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ bio: "Suka peta lama." }),
  });

describe("a database that others hold", () => {
  it("is 503 within two seconds wherever something has to be written, and all is well afterwards", async () => {
    const refresh = () => app.refresh(tokens.refresh_token ?? "");
    const form = await visitor.get("/account");
    const unlock = await server.database.lock();
    try {
      const [token, api, page, ready] = await Promise.all([
        timed(refresh),
        timed(change),
        timed(async () => (await visitor.post(form, { name: "Siti Aminah" })).response),
        timed(() => fetch(`${server.origin}/readyz`)),
      ]);
      await provoked("oauth", "temporarily_unavailable", "database_unavailable", token);
      await provoked("api", "service_unavailable", "database_unavailable", api);
      await provoked("api", "service_unavailable", "database_unavailable", page);
      expect([ready.status, ready.headers.get("Retry-After")]).toEqual([503, "5"]);
      expect((await fetch(`${server.origin}/livez`)).status).toBe(200);
      // What only reads goes on.
      expect((await app.api("/api/user", tokens.access_token)).status).toBe(200);
    } finally {
      await unlock();
    }
    expect((await change()).status).toBe(200);
    expect((await visitor.post(form, { name: "Siti Aminah" })).status).toBeLessThan(400);
    expect((await refresh()).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
  });
});

describe("a row that makes no sense", () => {
  it("is server_error at the token endpoint, the API and on a page, and says nothing of its cause", async () => {
    const email = await server.database.sql("select email from users where id = ?", person.id);
    await server.database.sql(
      "update clients set redirect_uris = ? where id = ?",
      "not [ json",
      app.clientId,
    );
    const seen: string[] = [];
    const looked = async (response: Response) => {
      seen.push(await response.clone().text());
      return response;
    };
    const token = await looked(await app.refresh(tokens.refresh_token ?? ""));
    const api = await looked(await app.api("/api/user", tokens.access_token));
    const page = await visitor.request("/account/applications");
    await looked(page.response.clone());
    await server.database.sql(
      "update clients set redirect_uris = ? where id = ?",
      JSON.stringify([app.redirectUri]),
      app.clientId,
    );
    await provoked("oauth", "server_error", "unexpected", token);
    await provoked("api", "server_error", "unexpected", api);
    await provoked("api", "server_error", "unexpected", page.response);
    for (const text of seen) {
      expect(text).not.toMatch(/JSON|SyntaxError|redirect_uris|select |sqlite|postgres|\bat \w+ \(|\.js:\d/i);
      expect(text).not.toContain("not [ json");
    }
    expect(email).toHaveLength(1);
    expect((await app.api("/api/user", tokens.access_token)).status).toBe(200);
  });

  it("stands in the log with its cause and the request's id", async () => {
    const lines = server
      .log()
      .split("\n")
      .filter((line) => line.includes('"reason":"unexpected"'))
      .map(
        (line) =>
          JSON.parse(line) as { requestId: string; level: string; err: { type: string; stack: string } },
      );
    expect(lines.length).toBeGreaterThanOrEqual(3);
    for (const { requestId, level, err } of lines) {
      expect(requestId).toMatch(/^[0-9a-f]{32}$/);
      expect(level).toBe("error");
      expect(err.type).toBe("SyntaxError");
      expect(err.stack).toContain(".js:");
    }
    expect(server.log()).not.toContain("not [ json");
  });
});
