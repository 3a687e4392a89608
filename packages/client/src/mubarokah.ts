import { fetchMetadata, type ServerMetadata } from "./discovery.ts";
import { ownError } from "./errors/own-error.ts";
import { Renewal } from "./session/renewal.ts";
import type { TokenStore } from "./session/token-store.ts";
import { type CallOptions, UserSession } from "./session/user-session.ts";
import { type MubarokahOptions, type Settings, settingsOf } from "./settings.ts";
import {
  authorizationUrl,
  type PendingSignIn,
  type SignInRequest,
  type SignInStart,
} from "./sign-in/authorization-url.ts";
import { redeemCallback } from "./sign-in/callback.ts";
import { postAsClient, refreshTokens, requestTokens } from "./token-request.ts";
import type { TokenSet } from "./token-set.ts";

/**
 * One application at one server. Create it once and share it: it keeps simultaneous refreshes apart. Everything it throws is
 * a `MubarokahError`.
 */
export class Mubarokah {
  readonly #settings: Settings;
  readonly #renewal: Renewal;

  /** Throws `configuration_invalid` for options that can never work. */
  constructor(options: MubarokahOptions) {
    this.#settings = settingsOf(options);
    this.#renewal = new Renewal(this.#settings);
  }

  get issuer(): string {
    return this.#settings.issuer;
  }

  get clientId(): string {
    return this.#settings.clientId;
  }

  /** Begins a sign-in: keep `pending` for the callback and send the browser to `url`. */
  authorizationUrl(request: SignInRequest = {}): Promise<SignInStart> {
    return authorizationUrl(this.#settings, request);
  }

  /** Ends a sign-in: checks the address the browser came back to and redeems its code. */
  handleCallback(
    url: string | URL,
    pending: PendingSignIn | undefined,
    { signal }: CallOptions = {},
  ): Promise<TokenSet> {
    return redeemCallback(this.#settings, url, pending, signal);
  }

  /** The API on behalf of the person whose tokens are in the store. */
  session(store: TokenStore): UserSession {
    return new UserSession(this.#settings, this.#renewal, store);
  }

  /** Rotates a refresh token by hand; a session does it by itself. `scope` narrows the access token only. */
  refresh(
    refreshToken: string,
    options: CallOptions & { readonly scope?: string | undefined } = {},
  ): Promise<TokenSet> {
    return refreshTokens(this.#settings, refreshToken, options);
  }

  /** A token for the application itself, not for a person. All its scopes unless told otherwise. */
  clientCredentials({
    scope,
    signal,
  }: CallOptions & { readonly scope?: string | undefined } = {}): Promise<TokenSet> {
    if (this.#settings.clientSecret === undefined)
      return Promise.reject(ownError("configuration_invalid", "client_secret_missing"));
    const fields = { grant_type: "client_credentials", ...(scope ? { scope } : {}) };
    return requestTokens(this.#settings, fields, { repeatable: true, signal });
  }

  /** Ends a token (RFC 7009): a refresh token with all that stems from it, an access token alone. Unknown ones are no error. */
  async revoke(token: string, { signal }: CallOptions = {}): Promise<void> {
    await postAsClient(
      this.#settings,
      { path: "/oauth/revoke", repeatable: true, fields: { token } },
      signal,
    );
  }

  /** What the server can do (RFC 8414). */
  discover({ signal }: CallOptions = {}): Promise<ServerMetadata> {
    return fetchMetadata(this.#settings, signal);
  }
}
