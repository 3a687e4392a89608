import { ownError } from "../errors/own-error.ts";
import type { Mubarokah } from "../mubarokah.ts";
import { ownPath, type PendingSignIn, type SignInRequest } from "../sign-in/authorization-url.ts";
import type { TokenSet } from "../token-set.ts";

/** As long as the server keeps an interaction. */
const lifetime = 3600;
/** Sign-ins begun and not ended that one browser may have: in other tabs, or given up. */
const most = 5;
const prefix = /^(?:__Host-)?mubarokah\./;

/** Where to send the browser, and cookies to set on the way. */
export interface Hop {
  readonly location: string;
  readonly cookies: readonly string[];
}

function encode(pending: PendingSignIn): string {
  return encodeURIComponent(JSON.stringify(pending));
}

function decode(value: string): PendingSignIn | undefined {
  try {
    return JSON.parse(decodeURIComponent(value)) as PendingSignIn;
  } catch {
    return undefined;
  }
}

function pendingCookies(header: string): ReadonlyMap<string, string> {
  const pairs = header.split(/;\s*/).map((pair) => [pair.split("=", 1)[0] ?? "", pair] as const);
  const own = pairs.filter(([name]) => prefix.test(name));
  return new Map(own.map(([name, pair]) => [name, pair.slice(name.length + 1)]));
}

/** A part of the state tells the sign-ins of several tabs apart. */
function nameOf(state: string, secure: boolean): string {
  return `${secure ? "__Host-" : ""}mubarokah.${state.slice(0, 16)}`;
}

function cookie(name: string, value: string, maxAge: number): string {
  const secure = name.startsWith("__Host-") ? "; Secure" : "";
  return `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
}

/** `returnTo` as a stranger may have written it into a link; one that leads away, or fits into no cookie, is dropped. */
export function harmlessPath(returnTo: string | null | undefined): string | undefined {
  try {
    return returnTo && returnTo.length <= 1000 ? ownPath(returnTo) : undefined;
  } catch {
    return undefined;
  }
}

/** Begins a sign-in whose secrets wait in an HttpOnly cookie. */
export async function begin(mubarokah: Mubarokah, request: SignInRequest, cookies: string): Promise<Hop> {
  const { url, pending } = await mubarokah.authorizationUrl(request);
  const others = [...pendingCookies(cookies).keys()];
  const dropped = others.length < most ? [] : others;
  const name = nameOf(pending.state, pending.redirectUri.startsWith("https:"));
  return {
    location: url,
    cookies: [...dropped.map((other) => cookie(other, "", 0)), cookie(name, encode(pending), lifetime)],
  };
}

/** The sign-in an address belongs to, and the cookie line that ends it: it counts once, however it goes. */
export interface Ending {
  readonly cookies: readonly string[];
  readonly tokens: Promise<TokenSet>;
  /** A path of the application's own. */
  readonly returnTo: string;
}

/** Ends a sign-in. */
export function finish(mubarokah: Mubarokah, url: string, cookies: string): Ending {
  const state = new URLSearchParams(url.split("?")[1]).get("state") ?? "";
  const waiting = pendingCookies(cookies);
  const name = [nameOf(state, true), nameOf(state, false)].find((candidate) => waiting.has(candidate));
  const pending = name === undefined ? undefined : decode(waiting.get(name) ?? "");
  return {
    cookies: name === undefined ? [] : [cookie(name, "", 0)],
    tokens: pending
      ? mubarokah.handleCallback(url, pending)
      : Promise.reject(ownError("callback_invalid", "sign_in_not_started")),
    returnTo: harmlessPath(pending?.returnTo) ?? "/",
  };
}
