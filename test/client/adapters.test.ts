import { createServer, type Server } from "node:http";
import express, {
  type Request as ExpressRequest,
  type Response as ExpressResponse,
  type NextFunction,
} from "express";
import { type Context, Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expressSignIn } from "../../packages/client/src/adapters/express.ts";
import { honoSignIn } from "../../packages/client/src/adapters/hono.ts";
import { nextSignIn } from "../../packages/client/src/adapters/next.ts";
import {
  isMubarokahError,
  type Mubarokah,
  memoryStore,
  type TokenSet,
} from "../../packages/client/src/index.ts";
import { Application, createPerson, type Person, walkToRedirect } from "../support/application.ts";
import { freePort } from "../support/free-port.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { mubarokahOf } from "../support/through-sdk.ts";
import { type Page, Visitor } from "../support/visitor.ts";

/** Tokens by the application's own session cookie. */
type Sessions = Map<string, TokenSet>;

/** Answers a web request; what each of the adapters comes down to. */
type Site = (mubarokah: Mubarokah, sessions: Sessions) => Server;

const cookieOf = (header: string | null | undefined) => /\bsid=(\w+)/.exec(header ?? "")?.[1] ?? "";

/** The application behind all adapters: a profile page that takes a sign-in. */
async function profile(
  mubarokah: Mubarokah,
  sessions: Sessions,
  cookie: string | null | undefined,
): Promise<string> {
  const user = await mubarokah.session(memoryStore(sessions.get(cookieOf(cookie)))).user();
  return `Hello, ${user.name}`;
}

const told = (error: unknown) => (isMubarokahError(error) ? `${error.code} ${error.reason}` : String(error));

const withExpress: Site = (mubarokah, sessions) => {
  const signIn = expressSignIn(mubarokah, {
    signedIn: (tokens, _request: ExpressRequest, response: ExpressResponse) => {
      sessions.set("one", tokens);
      response.cookie("sid", "one");
    },
  });
  const app = express()
    .get("/login", signIn.login)
    .get("/callback", signIn.callback)
    .all("/profile", async (request, response) => {
      response.send(await profile(mubarokah, sessions, request.headers.cookie));
    })
    .use(signIn.onError)
    .use((error: unknown, _request: ExpressRequest, response: ExpressResponse, _next: NextFunction) => {
      response.status(400).send(told(error));
    });
  return createServer(app);
};

/** A server for what speaks Request and Response. */
function webServer(answer: (request: Request) => Response | Promise<Response>): Server {
  return createServer(async (incoming, outgoing) => {
    const headers = new Headers(incoming.headers as Record<string, string>);
    const url = `http://${incoming.headers.host}${incoming.url}`;
    const response = await answer(new Request(url, { method: incoming.method ?? "GET", headers }));
    for (const [name, value] of response.headers) outgoing.appendHeader(name, value);
    outgoing.writeHead(response.status).end(await response.text());
  });
}

const withHono: Site = (mubarokah, sessions) => {
  const signIn = honoSignIn(mubarokah, {
    signedIn: (tokens, c: Context) => {
      sessions.set("one", tokens);
      c.header("Set-Cookie", "sid=one; Path=/", { append: true });
    },
  });
  const app = new Hono()
    .get("/login", signIn.login)
    .get("/callback", signIn.callback)
    .all("/profile", async (c) => c.text(await profile(mubarokah, sessions, c.req.header("Cookie"))));
  app.onError((error, c) => signIn.signInAgain(error, c) ?? c.text(told(error), 400));
  return webServer((request) => app.fetch(request));
};

const withNext: Site = (mubarokah, sessions) => {
  const { login, callback } = nextSignIn(mubarokah, {
    signedIn: (tokens) => {
      sessions.set("one", tokens);
      return new Response(null, {
        status: 303,
        headers: { Location: "/profile", "Set-Cookie": "sid=one; Path=/" },
      });
    },
    failed: (error) => new Response(told(error), { status: 400 }),
  });
  const routes: Readonly<Record<string, (request: Request) => Promise<Response>>> = {
    "/login": login,
    "/callback": callback,
    "/profile": async (request) =>
      new Response(await profile(mubarokah, sessions, request.headers.get("Cookie"))),
  };
  return webServer(
    (request) => routes[new URL(request.url).pathname]?.(request) ?? new Response("", { status: 404 }),
  );
};

let server: TestServer;
let person: Person;

beforeAll(async () => {
  server = await startServer({ env: { RATE_LIMITS: "off" } });
  person = await createPerson(server);
});
afterAll(() => server.stop());

describe.each([
  ["Express", withExpress, true],
  ["Hono", withHono, true],
  ["Next.js route handlers", withNext, false],
])("%s", (_, site, signsInAgain) => {
  let origin: string;
  let web: Server;
  let mubarokah: Mubarokah;
  const sessions: Sessions = new Map();

  beforeAll(async () => {
    const port = await freePort();
    origin = `http://localhost:${port}`;
    const application = await Application.register(server, { redirectUris: [`${origin}/callback`] });
    mubarokah = mubarokahOf(application);
    web = site(mubarokah, sessions);
    await new Promise<void>((resolve) => web.listen(port, "127.0.0.1", resolve));
  });
  afterAll(async () => {
    web.closeAllConnections();
    await new Promise((resolve) => web.close(resolve));
  });

  const atServer = async (login: Page) =>
    walkToRedirect(new Visitor(server.origin), person, login.headers.get("location") ?? "");
  const pendingIn = (visitor: Visitor) =>
    [...visitor.cookies.keys()].filter((name) => name.startsWith("mubarokah."));

  it("signs in and comes back to where it began", async () => {
    const visitor = new Visitor(origin);
    const login = await visitor.request("/login?returnTo=/profile%3Ftab%3D1");
    expect(login.status).toBe(303);
    expect(login.headers.get("Cache-Control")).toBe("no-store");
    const [line = ""] = login.headers.getSetCookie();
    expect(line).toMatch(/^mubarokah\.[\w-]{16}=\S+; Path=\/; Max-Age=3600; HttpOnly; SameSite=Lax$/);
    const callback = await visitor.request(await atServer(login));
    expect(callback.status).toBe(303);
    expect(callback.headers.get("location")).toBe(signsInAgain ? "/profile?tab=1" : "/profile");
    expect(pendingIn(visitor)).toEqual([]);
    expect((await visitor.request("/profile")).text).toMatch(/^Hello, Siti Aminah/);
  });

  it("two tabs at once", async () => {
    const visitor = new Visitor(origin);
    const [one, two] = [
      await visitor.request("/login?returnTo=/one"),
      await visitor.request("/login?returnTo=/two"),
    ];
    expect(pendingIn(visitor)).toHaveLength(2);
    for (const login of [two, one]) expect((await visitor.request(await atServer(login))).status).toBe(303);
    expect(pendingIn(visitor)).toEqual([]);
  });

  it("a callback counts once, and only in the browser that began it", async () => {
    const visitor = new Visitor(origin);
    const back = await atServer(await visitor.request("/login"));
    const stranger = await new Visitor(origin).request(back);
    expect([stranger.status, stranger.text]).toEqual([400, "callback_invalid sign_in_not_started"]);
    expect((await visitor.request(back)).status).toBe(303);
    expect((await visitor.request(back)).text).toBe("callback_invalid sign_in_not_started");
  });

  it("a cookie that somebody wrote does no harm", async () => {
    const visitor = new Visitor(origin);
    const back = await atServer(await visitor.request("/login"));
    const [name = ""] = pendingIn(visitor);
    for (const value of ["", "%", "null", "7", encodeURIComponent('{"state":"other"}')]) {
      visitor.cookies.set(name, value);
      const answer = await visitor.request(back);
      expect([answer.status, answer.text]).toEqual([400, expect.stringMatching(/^callback_invalid /)]);
    }
  });

  it.each(["//evil.example", "https://evil.example/", "/\\evil.example", `/${"x".repeat(5000)}`])(
    "returnTo=%.30s is dropped",
    async (returnTo) => {
      const visitor = new Visitor(origin);
      const login = await visitor.request(`/login?returnTo=${encodeURIComponent(returnTo)}`);
      expect(login.headers.getSetCookie().join()).not.toMatch(/evil|xxxx/);
      const callback = await visitor.request(await atServer(login));
      expect(callback.headers.get("location")).toBe(signsInAgain ? "/" : "/profile");
    },
  );

  it("sign-ins that were given up do not pile up", async () => {
    const visitor = new Visitor(origin);
    for (let count = 0; count < 12; count++) await visitor.request("/login");
    expect(pendingIn(visitor).length).toBeLessThanOrEqual(5);
    expect((await visitor.request(await atServer(await visitor.request("/login")))).status).toBe(303);
  });

  it("the person's no reaches the application, typed", async () => {
    const visitor = new Visitor(origin);
    const login = await visitor.request("/login");
    const state = new URL(login.headers.get("location") ?? "").searchParams.get("state") ?? "";
    const query = new URLSearchParams({ error: "access_denied", state, iss: server.origin });
    const answer = await visitor.request(`/callback?${query}`);
    expect([answer.status, answer.text]).toEqual([400, "access_denied unknown"]);
    expect(pendingIn(visitor)).toEqual([]);
  });

  if (!signsInAgain) return;
  it("whoever has to sign in is sent there, and only from a page", async () => {
    const visitor = new Visitor(origin);
    const page = await visitor.request("/profile?tab=2");
    expect(page.status).toBe(303);
    expect(page.headers.get("location")).toBe("/login?returnTo=%2Fprofile%3Ftab%3D2");
    expect((await visitor.request("/profile", { method: "HEAD" })).status).toBe(303);
    const posted = await visitor.request("/profile", { method: "POST" });
    expect([posted.status, posted.text]).toEqual([400, "not_signed_in tokens_missing"]);
    const fetched = await visitor.request("/profile", { headers: { "Sec-Fetch-Dest": "empty" } });
    expect([fetched.status, fetched.text]).toEqual([400, "not_signed_in tokens_missing"]);
    const opened = await visitor.request("/profile", { headers: { "Sec-Fetch-Dest": "document" } });
    expect(opened.status).toBe(303);
  });

  it("a sign-in that failed is not begun again by itself", async () => {
    const visitor = new Visitor(origin);
    const login = await visitor.request("/login");
    const state = new URL(login.headers.get("location") ?? "").searchParams.get("state") ?? "";
    const query = new URLSearchParams({ error: "login_required", state, iss: server.origin });
    const silent = await visitor.request(`/callback?${query}`);
    expect([silent.status, silent.text]).toEqual([400, "login_required unknown"]);
    const next = await visitor.request("/login");
    const nextState = new URL(next.headers.get("location") ?? "").searchParams.get("state") ?? "";
    const used = new URLSearchParams({ code: "never-issued", state: nextState, iss: server.origin });
    const refused = await visitor.request(`/callback?${used}`);
    expect([refused.status, refused.text]).toEqual([400, "invalid_grant authorization_code_unknown"]);
  });
});
