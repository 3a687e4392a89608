import type { Mubarokah } from "../mubarokah.ts";
import type { SignInRequest } from "../sign-in/authorization-url.ts";
import type { TokenSet } from "../token-set.ts";
import { begin, finish, harmlessPath } from "./pending-cookie.ts";
import { endOfSignIn, leadsToSignIn, loginPath } from "./sign-in-again.ts";

/** The part of Hono's context that is used. */
export interface HonoContext {
  readonly req: {
    readonly url: string;
    readonly method: string;
    header(name: string): string | undefined;
    query(name: string): string | undefined;
  };
  header(name: string, value: string, options?: { readonly append?: boolean }): void;
  redirect(location: string, status: 303): Response;
}

type Awaitable<Value> = Value | Promise<Value>;

/** What the handlers need from the application. */
export interface HonoSignInOptions<Context> {
  /** Keep the tokens, in a new session. The person goes to `returnTo` unless you return a response. */
  readonly signedIn: (tokens: TokenSet, c: Context) => Awaitable<Response | undefined> | Awaitable<void>;
  /** What to ask for at the sign-in. */
  readonly request?: SignInRequest;
  /** Path of `login`; `/login` by default. */
  readonly loginPath?: string;
}

/** The handlers. */
export interface HonoSignIn<Context> {
  /** GET: sends the browser to the server; `?returnTo=/path` is where it ends. */
  readonly login: (c: Context) => Promise<Response>;
  /** GET, at the redirect URI. What goes wrong is thrown, to your `app.onError`. */
  readonly callback: (c: Context) => Promise<Response>;
  /** For `app.onError`: a redirect to `login` for who opens a page and has to sign in, else undefined. */
  readonly signInAgain: (error: unknown, c: Context) => Response | undefined;
}

function setCookies(c: HonoContext, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header("Set-Cookie", cookie, { append: true });
  c.header("Cache-Control", "no-store");
}

/** "Login with Mubarokah ID" for Hono, on whatever it runs. */
export function honoSignIn<Context extends HonoContext>(
  mubarokah: Mubarokah,
  options: HonoSignInOptions<Context>,
): HonoSignIn<Context> {
  return {
    login: async (c) => {
      const returnTo = harmlessPath(c.req.query("returnTo"));
      const hop = await begin(mubarokah, { ...options.request, returnTo }, c.req.header("Cookie") ?? "");
      setCookies(c, hop.cookies);
      return c.redirect(hop.location, 303);
    },
    callback: async (c) => {
      const { cookies, tokens, returnTo } = finish(mubarokah, c.req.url, c.req.header("Cookie") ?? "");
      setCookies(c, cookies);
      try {
        return (await options.signedIn(await tokens, c)) ?? c.redirect(returnTo, 303);
      } catch (error) {
        throw endOfSignIn(error);
      }
    },
    signInAgain: (error, c) => {
      if (!leadsToSignIn(error, c.req.method, c.req.header("Sec-Fetch-Dest"))) return undefined;
      const { pathname, search } = new URL(c.req.url);
      return c.redirect(loginPath(options.loginPath ?? "/login", pathname + search), 303);
    },
  };
}
