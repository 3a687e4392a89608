import { isMubarokahError, type MubarokahError } from "../errors/mubarokah-error.ts";
import type { Mubarokah } from "../mubarokah.ts";
import type { SignInRequest } from "../sign-in/authorization-url.ts";
import type { TokenSet } from "../token-set.ts";
import { begin, finish, harmlessPath } from "./pending-cookie.ts";

type Awaitable<Value> = Value | Promise<Value>;

/** What the route handlers need from the application. */
export interface NextSignInOptions {
  /** Keep the tokens, for example in a sealed cookie by `cookies()`. The person goes to `returnTo` unless you return a response. */
  readonly signedIn: (
    tokens: TokenSet,
    request: Request,
  ) => Awaitable<Response | undefined> | Awaitable<void>;
  /** What to show when the sign-in did not come about: the person refused, waited too long, the server is away. */
  readonly failed: (error: MubarokahError, request: Request) => Awaitable<Response>;
  /** What to ask for at the sign-in. */
  readonly request?: SignInRequest;
}

/** A route handler of the App Router, and of anything else that answers a `Request` with a `Response`. */
export type RouteHandler = (request: Request) => Promise<Response>;

/** The route handlers. */
export interface NextSignIn {
  /** `export const GET` of the sign-in route; `?returnTo=/path` is where it ends. */
  readonly login: RouteHandler;
  /** `export const GET` of the route at the redirect URI. */
  readonly callback: RouteHandler;
}

function redirect(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location } });
}

/** Answers of others may have headers that cannot be changed. */
function withCookies(response: Response, cookies: readonly string[]): Response {
  const headers = new Headers(response.headers);
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  headers.set("Cache-Control", "no-store");
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}

/** "Login with Mubarokah ID" for Next.js route handlers. */
export function nextSignIn(mubarokah: Mubarokah, options: NextSignInOptions): NextSignIn {
  const failed = (error: unknown, request: Request) => {
    if (!isMubarokahError(error)) throw error;
    return options.failed(error, request);
  };
  const signedIn = async (tokens: Promise<TokenSet>, returnTo: string, request: Request) => {
    try {
      return (await options.signedIn(await tokens, request)) ?? redirect(returnTo);
    } catch (error) {
      return failed(error, request);
    }
  };
  return {
    login: async (request) => {
      const returnTo = harmlessPath(new URL(request.url).searchParams.get("returnTo"));
      const hop = await begin(
        mubarokah,
        { ...options.request, returnTo },
        request.headers.get("Cookie") ?? "",
      );
      return withCookies(redirect(hop.location), hop.cookies);
    },
    callback: async (request) => {
      const { cookies, tokens, returnTo } = finish(
        mubarokah,
        request.url,
        request.headers.get("Cookie") ?? "",
      );
      return withCookies(await signedIn(tokens, returnTo, request), cookies);
    },
  };
}
