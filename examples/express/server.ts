import { randomUUID } from "node:crypto";
import {
  isMubarokahError,
  Mubarokah,
  type MubarokahError,
  objectStore,
  type TokenSet,
  type UserSession,
} from "@mubarokah/client";
import { expressSignIn } from "@mubarokah/client/express";
import express, { type NextFunction, type Request, type Response } from "express";

const { ISSUER = "http://localhost:3000", CLIENT_ID = "", CLIENT_SECRET, PORT = "4000" } = process.env;
const origin = `http://localhost:${PORT}`;

const mubarokah = new Mubarokah({
  issuer: ISSUER,
  clientId: CLIENT_ID,
  clientSecret: CLIENT_SECRET,
  redirectUri: `${origin}/callback`,
});

/** What is kept for a browser, by the random id in its cookie. */
interface Session {
  tokens?: TokenSet;
}
const sessions = new Map<string, Session>();
const idOf = ({ headers }: Request) => /\bsid=([\w-]+)/.exec(headers.cookie ?? "")?.[1] ?? "";

/** The API on behalf of whoever sits at this browser. Throws `not_signed_in` when nobody does. */
function sessionOf(request: Request): UserSession {
  return mubarokah.session(objectStore(sessions.get(idOf(request)) ?? {}, "tokens"));
}

const signIn = expressSignIn(mubarokah, {
  request: { scope: "view-user edit-user" },
  signedIn: (tokens, request: Request, response: Response) => {
    sessions.delete(idOf(request)); // somebody may have planted the old id
    const id = randomUUID();
    sessions.set(id, { tokens });
    response.cookie("sid", id, { httpOnly: true, sameSite: "lax" });
  },
});

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

function page(response: Response, status: number, body: string): void {
  response
    .status(status)
    .type("html")
    .send(`<!doctype html><html lang="en"><title>Shop</title>${body}</html>`);
}

/** Forms of other sites must not act in the name of whoever is signed in here. */
function ownForm(request: Request, response: Response, next: NextFunction): void {
  if (request.headers.origin === origin) next();
  else page(response, 403, "<p>This form came from somewhere else.</p>");
}

/** What people read about an error, and with which status. */
function told(error: MubarokahError): readonly [number, string] {
  switch (error.code) {
    case "access_denied":
      return [200, '<p>You did not sign in. <a href="/">Try again</a></p>'];
    case "validation_error":
      return [400, `<p>Please check: ${escaped(Object.keys(error.fields).join(", "))}</p>`];
    case "rate_limit_exceeded":
    case "service_unavailable":
    case "temporarily_unavailable":
      return [503, "<p>Please come back in a moment.</p>"];
    default:
      return [502, `<p>Something went wrong. Please mention ${escaped(error.requestId ?? error.code)}.</p>`];
  }
}

/** The last stop of every error: the log gets all there is to know, which is no secret. */
function onError(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (isMubarokahError(error) && !response.headersSent) {
    console.error(error.message);
    page(response, ...told(error));
  } else next(error);
}

export const server = express()
  .use(express.urlencoded({ extended: false }))
  .get("/login", signIn.login)
  .get("/callback", signIn.callback)
  .get("/", async (request, response) => {
    const user = await sessionOf(request).user();
    page(
      response,
      200,
      `<h1>Hello, ${escaped(user.name)}</h1>
      <form method="post" action="/name"><label>Name <input name="name" value="${escaped(user.name)}"></label> <button>Save</button></form>
      <form method="post" action="/logout"><button>Sign out</button></form>`,
    );
  })
  .post("/name", ownForm, async (request, response) => {
    await sessionOf(request).update({ name: String(request.body.name) });
    response.redirect(303, "/");
  })
  .post("/logout", ownForm, (request, response) => {
    sessions.delete(idOf(request)); // here only; session.logout() would sign out everywhere
    response.clearCookie("sid");
    page(response, 200, '<p>Goodbye. <a href="/">Sign in again</a></p>');
  })
  .use(signIn.onError)
  .use(onError)
  .listen(Number(PORT));
