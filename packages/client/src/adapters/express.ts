import type { Mubarokah } from "../mubarokah.ts";
import type { SignInRequest } from "../sign-in/authorization-url.ts";
import type { TokenSet } from "../token-set.ts";
import { begin, finish, harmlessPath } from "./pending-cookie.ts";
import { endOfSignIn, leadsToSignIn, loginPath } from "./sign-in-again.ts";

/** The part of a request that is used: Express 4 and 5, Connect and plain Node have it. */
export interface IncomingRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly originalUrl?: string;
  readonly headers: {
    readonly cookie?: string | undefined;
    readonly "sec-fetch-dest"?: string | string[] | undefined;
  };
}

/** The part of a response that is used. */
export interface OutgoingResponse {
  statusCode: number;
  readonly headersSent: boolean;
  appendHeader(name: string, value: string): unknown;
  setHeader(name: string, value: string): unknown;
  end(): unknown;
}

type Next = (error?: unknown) => void;
type Handler<Request, Response> = (request: Request, response: Response, next: Next) => void;

/** What the handlers need from the application. */
export interface ExpressSignInOptions<Request, Response> {
  /** Keep the tokens, in a new session: the old id may be known to somebody else. Answer yourself, or the person goes to `returnTo`. */
  readonly signedIn: (tokens: TokenSet, request: Request, response: Response) => void | Promise<void>;
  /** What to ask for at the sign-in. */
  readonly request?: SignInRequest;
  /** Path of `login`; `/login` by default. */
  readonly loginPath?: string;
}

/** The handlers. */
export interface ExpressSignIn<Request, Response> {
  /** GET: sends the browser to the server; `?returnTo=/path` is where it ends. */
  readonly login: Handler<Request, Response>;
  /** GET, at the redirect URI. */
  readonly callback: Handler<Request, Response>;
  /** Error middleware: who opens a page and has to sign in is sent to `login`; every other error goes on to yours. */
  readonly onError: (error: unknown, request: Request, response: Response, next: Next) => void;
}

function redirect(response: OutgoingResponse, location: string): void {
  response.statusCode = 303;
  response.setHeader("Location", location);
  response.setHeader("Cache-Control", "no-store");
  response.end();
}

function setCookies(response: OutgoingResponse, cookies: readonly string[]): void {
  for (const cookie of cookies) response.appendHeader("Set-Cookie", cookie);
}

/** "Login with Mubarokah ID" for Express and whatever has its handlers. */
export function expressSignIn<Request extends IncomingRequest, Response extends OutgoingResponse>(
  mubarokah: Mubarokah,
  options: ExpressSignInOptions<Request, Response>,
): ExpressSignIn<Request, Response> {
  const urlOf = (request: IncomingRequest) => request.originalUrl ?? request.url ?? "/";
  const login = async (request: Request, response: Response) => {
    const returnTo = harmlessPath(new URLSearchParams(urlOf(request).split("?")[1]).get("returnTo"));
    const hop = await begin(mubarokah, { ...options.request, returnTo }, request.headers.cookie ?? "");
    setCookies(response, hop.cookies);
    redirect(response, hop.location);
  };
  const callback = async (request: Request, response: Response) => {
    const { cookies, tokens, returnTo } = finish(mubarokah, urlOf(request), request.headers.cookie ?? "");
    setCookies(response, cookies);
    await options.signedIn(await tokens, request, response);
    if (!response.headersSent) redirect(response, returnTo);
  };
  return {
    login: (request, response, next) => {
      login(request, response).catch(next);
    },
    callback: (request, response, next) => {
      callback(request, response).catch((error: unknown) => next(endOfSignIn(error)));
    },
    onError: (error, request, response, next) => {
      const destination = request.headers["sec-fetch-dest"]?.toString();
      if (!leadsToSignIn(error, request.method, destination) || response.headersSent) return next(error);
      redirect(response, loginPath(options.loginPath ?? "/login", urlOf(request)));
    },
  };
}
