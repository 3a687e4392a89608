import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly error: string;
}

function ask(accept: string, path = "/api/user"): Promise<Response> {
  return fetch(server.origin + path, { headers: { Accept: accept } });
}

const problem = "application/problem+json";

describe("RFC 9457 at the API", () => {
  it("§3: is sent as application/problem+json to who accepts it", async () => {
    const response = await ask(`${problem}, */*;q=0.1`);
    expect(response.headers.get("Content-Type")).toBe(problem);
    expect(response.headers.get("Vary")).toMatch(/\bAccept\b/);
    await provoked("api", "unauthenticated", "token_missing", response);
  });

  it("§3.1.2: has the status of the HTTP response", async () => {
    for (const path of ["/api/user", "/api/nothing"]) {
      const response = await ask(problem, path);
      expect(((await response.json()) as Problem).status).toBe(response.status);
    }
  });

  it("§3.1.1: has a type that can be dereferenced and explains the problem to people", async () => {
    const { type, title } = (await (await ask(problem)).json()) as Problem;
    const page = await fetch(type, { headers: { "Accept-Language": "en" } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(`id="${new URL(type).hash.slice(1)}"`);
    expect(title).toBe("Token missing");
  });

  it("§3.1.5: has an instance that tells this occurrence from others", async () => {
    const [first, second] = await Promise.all([ask(problem), ask(problem)]);
    const [one, two] = [(await first.json()) as Problem, (await second.json()) as Problem];
    expect(one.type).toBe(two.type);
    expect(one.instance).not.toBe(two.instance);
    expect(one.instance).toContain(first.headers.get("X-Request-Id"));
  });

  it("§3.2: keeps the members that clients already read", async () => {
    const plain = (await (await ask("application/json")).json()) as Record<string, unknown>;
    const rich = (await (await ask(problem)).json()) as Record<string, unknown>;
    for (const name of Object.keys(plain)) if (name !== "request_id") expect(rich[name]).toEqual(plain[name]);
  });

  it("§5: reveals neither path nor query of the request", async () => {
    const text = await (await ask(problem, "/api/secret-path?secret=value")).text();
    expect(text).not.toContain("secret");
  });

  it("is not sent to who refuses it", async () => {
    const response = await ask(`application/json, ${problem};q=0`);
    expect(response.headers.get("Content-Type")).toBe("application/json");
  });
});
