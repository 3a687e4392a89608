import { randomUUID } from "node:crypto";
import { serve } from "@hono/node-server";
import { isMubarokahError, Mubarokah, needsSignIn, objectStore, type TokenSet } from "@mubarokah/client";
import { honoSignIn } from "@mubarokah/client/hono";
import { type Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { page } from "./page.ts";

const { ISSUER = "http://localhost:3000", CLIENT_ID = "", CLIENT_SECRET, PORT = "4000" } = process.env;

const mubarokah = new Mubarokah({
  issuer: ISSUER,
  clientId: CLIENT_ID,
  clientSecret: CLIENT_SECRET,
  redirectUri: `http://localhost:${PORT}/callback`,
});

const sessions = new Map<string, { tokens?: TokenSet }>();

/** The API on behalf of whoever sits at this browser. */
function sessionOf(c: Context) {
  return mubarokah.session(objectStore(sessions.get(getCookie(c, "sid") ?? "") ?? {}, "tokens"));
}

const signIn = honoSignIn(mubarokah, {
  request: { scope: "view-user" },
  signedIn: (tokens, c: Context) => {
    sessions.delete(getCookie(c, "sid") ?? ""); // somebody may have planted the old id
    const id = randomUUID();
    sessions.set(id, { tokens });
    setCookie(c, "sid", id, { httpOnly: true, sameSite: "Strict", path: "/" });
    // A page of this site goes on: a strict cookie does not come along with a redirect from elsewhere.
    return c.html(
      '<!doctype html><html lang="en"><title>Shop</title><meta http-equiv="refresh" content="0;url=/"></html>',
    );
  },
});

const app = new Hono()
  .get("/", (c) => c.html(page))
  .get("/login", signIn.login)
  .get("/callback", signIn.callback);

// Only the page's own script can set this header: a form or a picture of another site cannot, and CORS is not answered here.
app.use("/bff/*", async (c, next) => {
  if (c.req.header("X-Requested-By") !== "shop") return c.json({ message: "Not from here." }, 403);
  c.header("Cache-Control", "no-store");
  return next();
});

app.get("/bff/user", async (c) => {
  const { id, name, profile_picture } = await sessionOf(c).user();
  return c.json({ id, name, profile_picture });
});

app.post("/bff/logout", (c) => {
  sessions.delete(getCookie(c, "sid") ?? "");
  deleteCookie(c, "sid");
  return c.json({});
});

/** The page decides by three statuses; the log has the rest, which is no secret. */
app.onError((error, c) => {
  if (!isMubarokahError(error)) throw error;
  if (needsSignIn(error)) return c.json({ message: "Please sign in." }, 401);
  console.error(error.message);
  if (error.code === "access_denied") return c.redirect("/", 303);
  if (error.retryAfterMs !== undefined) {
    c.header("Retry-After", String(Math.ceil(error.retryAfterMs / 1000)));
    return c.json({ message: "Please come back in a moment." }, 503);
  }
  return c.json({ message: `Something went wrong. Please mention ${error.requestId ?? error.code}.` }, 502);
});

export const server = serve({ fetch: app.fetch, port: Number(PORT) });
