import { ownError } from "../errors/own-error.ts";
import { randomText, sha256 } from "../http/entropy.ts";
import type { Settings } from "../settings.ts";

/** What to ask of the person; all of it optional. */
export interface SignInRequest {
  /** `view-user` when left out. */
  readonly scope?: string | readonly string[] | undefined;
  /** `none` shows nothing and answers `login_required` and the like. */
  readonly prompt?:
    | "none"
    | "login"
    | "consent"
    | "select_account"
    | (string & Record<never, never>)
    | undefined;
  /** Seconds since the person last proved who they are, at most. */
  readonly maxAge?: number | undefined;
  /** E-mail address, username or number to fill in. */
  readonly loginHint?: string | undefined;
  /** Languages the page should come in, like `id en`. */
  readonly uiLocales?: string | undefined;
  /** Goes straight on with the current account when it has allowed this application before. */
  readonly skipAccountChooser?: boolean | undefined;
  /** Instead of the one in the options. */
  readonly redirectUri?: string | undefined;
  /** Where to go in your application afterwards: a path, kept for you. */
  readonly returnTo?: string | undefined;
}

/**
 * What the callback needs to know of the sign-in that began it. Keep it where only this browser can bring it back from (an
 * HttpOnly cookie, a server's session, `sessionStorage`), use it once, and show it to nobody.
 */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly redirectUri: string;
  readonly returnTo?: string;
}

/** A sign-in about to begin. */
export interface SignInStart {
  /** Send the browser there. */
  readonly url: string;
  readonly pending: PendingSignIn;
}

/** A path of the application's own: anything else would make it an open redirect. */
export function ownPath(returnTo: string): string {
  const base = "http://own.invalid";
  const url = returnTo.startsWith("/") && URL.canParse(returnTo, base) ? new URL(returnTo, base) : undefined;
  if (url?.origin !== base) throw ownError("configuration_invalid", "return_to_foreign");
  return url.pathname + url.search + url.hash;
}

/** The address of the sign-in page, with state, PKCE (S256) and nonce. */
export async function authorizationUrl(settings: Settings, request: SignInRequest): Promise<SignInStart> {
  const redirectUri = request.redirectUri ?? settings.redirectUri;
  if (!redirectUri) throw ownError("configuration_invalid", "redirect_uri_missing");
  if (!globalThis.crypto?.subtle) throw ownError("configuration_invalid", "crypto_unavailable");
  const [state, nonce, codeVerifier] = [1, 2, 3].map(() => randomText(settings.entropy)) as [
    string,
    string,
    string,
  ];
  const { scope, prompt, maxAge, loginHint, uiLocales, skipAccountChooser, returnTo } = request;
  const parameters = {
    response_type: "code",
    client_id: settings.clientId,
    redirect_uri: redirectUri,
    scope: typeof scope === "object" ? scope.join(" ") : scope,
    state,
    nonce,
    code_challenge: await sha256(codeVerifier),
    code_challenge_method: "S256",
    prompt,
    max_age: maxAge?.toString(),
    login_hint: loginHint,
    ui_locales: uiLocales,
    skip_account_chooser: skipAccountChooser ? "true" : undefined,
  };
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return {
    url: `${settings.issuer}/oauth/authorize?${new URLSearchParams(given)}`,
    pending: {
      state,
      nonce,
      codeVerifier,
      redirectUri,
      ...(returnTo === undefined ? {} : { returnTo: ownPath(returnTo) }),
    },
  };
}
