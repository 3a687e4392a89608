import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { memoryStore } from "../../packages/client/src/index.ts";
import { Application, createPerson, type Person, signInFields, type Tokens } from "../support/application.ts";
import { provoked } from "../support/provoked.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { mubarokahOf, Witness } from "../support/through-sdk.ts";
import { Visitor } from "../support/visitor.ts";

let server: TestServer;
let app: Application;
let service: Application;
let person: Person;
let admin: Person;
let visitor: Visitor;
let tokens: Tokens;
const words = 'Kembali pukul 14.00 <b>WIB</b> & "insya Allah"';

beforeAll(async () => {
  server = await startServer({ env: { RATE_LIMITS: "off" } });
  app = await Application.register(server);
  service = await Application.register(server, { grants: ["client_credentials"], scopes: ["view-user"] });
  person = await createPerson(server);
  admin = await createPerson(server, "--admin");
  visitor = new Visitor(server.origin);
  tokens = await app.signIn(visitor, person);
  await server.cli("maintenance", "on", "--retry-after", "77", "--message", words);
  // Every node acts on it within a second.
  await new Promise((resolve) => setTimeout(resolve, 1000));
});
afterAll(() => server.stop());

let stranger: Visitor;
beforeEach(() => {
  stranger = new Visitor(server.origin);
});

describe("applications", () => {
  it("are told at the token endpoint, introspection and the API", async () => {
    const witness = new Witness();
    const mubarokah = mubarokahOf(service, { fetch: witness.fetch });
    await witness.refused("oauth", "temporarily_unavailable", "maintenance", mubarokah.clientCredentials());
    const looked = await app.token({ token: tokens.access_token }, "/oauth/introspect");
    await provoked("oauth", "temporarily_unavailable", "maintenance", looked);
    const held = { accessToken: tokens.access_token, expiresAt: Date.now() + 3_600_000, scope: [] };
    const user = mubarokah.session(memoryStore(held)).user();
    await expect(user).rejects.toMatchObject({ retryAfterMs: 77_000, fixableBy: "operator" });
    await witness.refused("api", "service_unavailable", "maintenance", user);
  });

  it("are told by redirect where one was proven, for the signed in and for strangers", async () => {
    for (const someone of [visitor, stranger]) {
      const { response } = await someone.request(app.authorizeUrl());
      await provoked("oauth", "temporarily_unavailable", "maintenance", response);
    }
  });

  it("may revoke, sign people out and read the metadata", async () => {
    expect((await app.token({ token: tokens.access_token }, "/oauth/revoke")).status).toBe(200);
    const gone = await app.api("/api/logout-sso", tokens.access_token, { method: "POST" });
    expect(gone.status).toBe(401);
    expect((await fetch(`${server.origin}/.well-known/oauth-authorization-server`)).status).toBe(200);
  });
});

describe("people", () => {
  it.each(["/", "/account", "/register", "/forgot", "/nowhere"])("get a page at %s", async (path) => {
    const page = await stranger.request(path);
    expect([page.status, page.headers.get("retry-after")]).toEqual([503, "77"]);
    await provoked("api", "service_unavailable", "maintenance", page.response);
  });

  it("read the operator's words, escaped, in the midst of their own language", async () => {
    for (const [language, sentence] of [
      ["en", /maintenance/i],
      ["id", /pemeliharaan/i],
    ] as const) {
      const { text } = await new Visitor(server.origin, { headers: { "Accept-Language": language } }).request(
        "/",
      );
      expect(text).toContain("Kembali pukul 14.00 &lt;b&gt;WIB&lt;/b&gt; &amp; &quot;insya Allah&quot;");
      expect(text).toMatch(sentence);
      expect(text).toContain(`lang="${language}"`);
    }
  });

  it("who are signed in wait as well, and stay signed in", async () => {
    expect((await visitor.request("/account")).status).toBe(503);
    expect(visitor.cookies.has("mbid_session")).toBe(true);
  });

  it("cannot sign in, though the form is there", async () => {
    const form = await stranger.get("/login");
    expect(form.status).toBe(200);
    const page = await stranger.post(form, signInFields(person));
    await provoked("api", "service_unavailable", "maintenance", page.response);
    expect(stranger.cookies.has("mbid_session")).toBe(false);
  });

  it("may read the error reference and sign out", async () => {
    for (const path of ["/docs/errors", "/docs/errors/temporarily_unavailable", "/docs/errors.json"])
      expect((await stranger.request(path)).status).toBe(200);
    expect((await stranger.request("/logout")).status).toBeLessThan(500);
  });
});

it("administrators sign in and go on working", async () => {
  const account = await stranger.submit(await stranger.get("/login"), signInFields(admin));
  expect([account.url.pathname, account.status]).toEqual(["/account", 200]);
});

it("probes stay up: the node is well", async () => {
  for (const path of ["/livez", "/readyz", "/health"])
    expect((await fetch(server.origin + path)).status).toBe(200);
  const health = (await (await fetch(`${server.origin}/health`)).json()) as { maintenance: string };
  expect(health.maintenance).toBe("on");
});

it("it ends within a second of the command, and nothing was lost", async () => {
  await server.cli("maintenance", "off");
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect((await visitor.request("/account")).status).toBe(200);
  expect((await app.refresh(tokens.refresh_token ?? "")).status).toBe(200);
  expect((await stranger.request("/nowhere")).status).toBe(404);
});
