import { createServer, type Server } from "node:http";
import express, {
  type Request as ExpressRequest,
  type Response as ExpressResponse,
  type NextFunction,
} from "express";
import { type Context, Hono } from "hono";
import { expressSignIn } from "../../packages/client/src/adapters/express.ts";
import { honoSignIn } from "../../packages/client/src/adapters/hono.ts";
import { nextSignIn } from "../../packages/client/src/adapters/next.ts";
import {
  isMubarokahError,
  type Mubarokah,
  memoryStore,
  type TokenSet,
} from "../../packages/client/src/index.ts";

/** Tokens by the application's own session cookie. */
export type Sessions = Map<string, TokenSet>;

/** Answers a web request; what each of the adapters comes down to. */
export type Site = (mubarokah: Mubarokah, sessions: Sessions) => Server;

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

export const withExpress: Site = (mubarokah, sessions) => {
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

export const withHono: Site = (mubarokah, sessions) => {
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

export const withNext: Site = (mubarokah, sessions) => {
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
