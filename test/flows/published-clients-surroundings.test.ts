import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Application, createPerson, type Person, walkToRedirect } from "../support/application.ts";
import { exchange, publishedClients } from "../support/published-client.ts";
import { type KnownClient, TokenDesk } from "../support/token-desk.ts";
import { Visitor } from "../support/visitor.ts";

/** What the published clients meet around their requests: limits, other origins, the authorization request (contract §2, §3, §9). */
let desk: TokenDesk;
let client: KnownClient;

beforeAll(async () => {
  desk = await TokenDesk.open({ RATE_LIMITS: "on" });
  client = await desk.client();
});
afterAll(() => desk.close());

const [first = publishedClients[0]] = publishedClients;
if (!first) throw new Error("There are no published clients");

describe("limits", () => {
  /** Repeats a call until it is refused for its number. */
  async function untilLimited(call: () => ReturnType<typeof exchange>) {
    for (let count = 0; count < 130; count++) {
      const taken = await call();
      if (taken.status === 429) return taken;
    }
    return expect.unreachable("never limited");
  }

  it("the API says how long to wait, in digits and in the body", async () => {
    const { access_token: token } = await desk.tokens(client);
    const { headers, body } = await untilLimited(() => exchange(desk, first.api("/api/user", token)));
    expect(body).toMatchObject({
      error: "rate_limit_exceeded",
      message: "Too many requests. Please try again later.",
    });
    expect(headers.get("Retry-After")).toMatch(/^[1-9]\d*$/);
    expect(body["retry_after"]).toBe(Number(headers.get("Retry-After")));
    for (const name of ["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"])
      expect(headers.get(name)).toMatch(/^\d+$/);
  });

  it("the token endpoint answers the code that clients wait on", async () => {
    const fields = { grant_type: "refresh_token", refresh_token: "never-issued" };
    const { headers, body } = await untilLimited(() => exchange(desk, first.token(client, fields)));
    expect(body).toMatchObject({ error: "temporarily_unavailable", hint: expect.stringMatching(/\w/) });
    expect(body["retry_after"]).toBe(Number(headers.get("Retry-After")));
  });
});

describe("scripts of other origins", () => {
  const origin = "https://app.example.com";

  it.each([
    ["/oauth/token", "POST", "content-type"],
    ["/oauth/token", "POST", "authorization,content-type"],
    ["/oauth/revoke", "POST", "content-type"],
    ["/api/user", "GET", "authorization"],
    ["/api/user", "PATCH", "authorization,content-type"],
    ["/api/logout-sso", "POST", "authorization"],
  ])("may call %s by %s with %s", async (path, method, names) => {
    const headers = {
      Origin: origin,
      "Access-Control-Request-Method": method,
      "Access-Control-Request-Headers": names,
    };
    const answer = await fetch(desk.server.origin + path, { method: "OPTIONS", headers });
    expect([answer.status, answer.headers.get("Access-Control-Allow-Origin")]).toEqual([204, "*"]);
    expect(answer.headers.get("Access-Control-Allow-Methods")).toContain(method);
    expect(answer.headers.get("Access-Control-Allow-Headers")).toContain("Authorization");
    expect(answer.headers.has("Access-Control-Allow-Credentials")).toBe(false);
  });

  it.each(["/oauth/token", "/api/user", "/api/nothing", "/.well-known/openid-configuration"])(
    "may read what %s answers, errors and all",
    async (path) => {
      const { headers } = await fetch(desk.server.origin + path, { headers: { Origin: origin } });
      expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
      expect(headers.has("Access-Control-Allow-Credentials")).toBe(false);
      for (const name of ["Retry-After", "X-RateLimit-Remaining", "WWW-Authenticate", "X-Request-Id"])
        expect(headers.get("Access-Control-Expose-Headers")).toContain(name);
    },
  );
});

describe("authorization requests", () => {
  let application: Application;
  let person: Person;

  beforeAll(async () => {
    application = await Application.register(desk.server);
    person = await createPerson(desk.server);
  });

  /** The redirect back from a query written by hand. */
  function back(query: string): Promise<URL> {
    const url = `${desk.server.origin}/oauth/authorize?client_id=${application.clientId}&response_type=code`;
    const redirectUri = encodeURIComponent(application.redirectUri);
    return walkToRedirect(
      new Visitor(desk.server.origin),
      person,
      `${url}&redirect_uri=${redirectUri}${query}`,
    );
  }

  const scopeOf = async (redirect: URL) => {
    const code = redirect.searchParams.get("code") ?? "";
    const answer = await application.redeem(code, { code_verifier: "" });
    return ((await answer.json()) as { scope: string }).scope;
  };

  it.each([
    ["no scope means view-user", "", "view-user"],
    ["an empty one too", "&scope=", "view-user"],
    ["a plus is a space", "&scope=view-user+edit-user", "view-user edit-user"],
    ["and so is %20", "&scope=view-user%20edit-user", "view-user edit-user"],
  ])("%s", async (_, query, scope) => {
    expect(await scopeOf(await back(query))).toBe(scope);
  });

  it("unknown parameters, old ones and those without a value do no harm", async () => {
    const redirect = await back(
      "&skip_account_chooser=true&approval_prompt=auto&access_type=offline&prompt=&utm_source=x",
    );
    expect([...redirect.searchParams.keys()]).toEqual(["code", "iss"]);
    expect(redirect.searchParams.get("code")).toMatch(/^[\w-]+$/);
  });

  it("a state of any characters comes back as it went", async () => {
    const state = 'ä {"to":"/a?b=c&d"} +%20=# \u{1f600}';
    const redirect = await back(`&state=${encodeURIComponent(state)}`);
    expect(redirect.searchParams.get("state")).toBe(state);
  });
});
