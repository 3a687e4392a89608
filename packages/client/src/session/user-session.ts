import { isMubarokahError, needsSignIn } from "../errors/mubarokah-error.ts";
import type { Answer } from "../http/answer.ts";
import { type Call, send } from "../http/send.ts";
import type { Settings } from "../settings.ts";
import type { TokenSet } from "../token-set.ts";
import { type OnlyFields, shaped, type User, type UserChange, type UserDetails } from "../user.ts";
import type { Renewal } from "./renewal.ts";
import { clear } from "./store-access.ts";
import type { TokenStore } from "./token-store.ts";

/** For one call. */
export interface CallOptions {
  /** Ends the call with `aborted`. */
  readonly signal?: AbortSignal | undefined;
}

function isPerson({ id }: Readonly<Record<string, unknown>>): boolean {
  return typeof id === "number";
}

/** The API on behalf of one person. Tokens are renewed 30 seconds before they expire, and once when the API refuses one. */
export class UserSession {
  readonly #settings: Settings;
  readonly #renewal: Renewal;
  readonly #store: TokenStore;

  /** Made by `Mubarokah.session`. */
  constructor(settings: Settings, renewal: Renewal, store: TokenStore) {
    this.#settings = settings;
    this.#renewal = renewal;
    this.#store = store;
  }

  /** Who is signed in; with an `id`, somebody else, which takes the scope `admin`. */
  async user(options: CallOptions & { readonly id?: number | undefined } = {}): Promise<User> {
    const path = options.id === undefined ? "/api/user" : `/api/users/${options.id}`;
    return shaped(await this.#call({ path, repeatable: true }, options), isPerson);
  }

  /** All that is known of the person: scope `detail-user`, and the application approved for it. */
  async details(options: CallOptions = {}): Promise<UserDetails> {
    return shaped(await this.#call({ path: "/api/user/details", repeatable: true }, options), isPerson);
  }

  /** Changes what is given (scope `edit-user`); resolves to those fields as they are stored now. */
  async update<Change extends UserChange>(
    change: Change & OnlyFields<Change>,
    options: CallOptions = {},
  ): Promise<Required<Change>> {
    const headers = { "Content-Type": "application/json" };
    const body = JSON.stringify(change);
    const call = { path: "/api/user", method: "PATCH", headers, body, repeatable: false } as const;
    return shaped(await this.#call(call, options), () => true);
  }

  /**
   * Signs the person out everywhere: of the server's browser sessions and of every token. The store is empty afterwards,
   * whatever happened; a rejection says that the server could not be told. Already signed out is no error.
   */
  async logout(options: CallOptions = {}): Promise<void> {
    try {
      await this.#call({ path: "/api/logout-sso", method: "POST", repeatable: true }, options);
    } catch (error) {
      if (!(isMubarokahError(error) && needsSignIn(error))) throw error;
    } finally {
      await clear(this.#store);
    }
  }

  /** For your own calls; good for more than 30 seconds where a refresh token allows it. Send it to nobody else. */
  async accessToken(options: CallOptions = {}): Promise<string> {
    return (await this.#renewal.fresh(this.#store, options.signal)).accessToken;
  }

  async #call(call: Call, { signal }: CallOptions): Promise<Answer> {
    const tokens = await this.#renewal.fresh(this.#store, signal);
    try {
      return await this.#as(tokens, call, signal);
    } catch (error) {
      if (!(isMubarokahError(error) && (error.code === "token_expired" || error.code === "token_invalid")))
        throw error;
      const others = await this.#renewal.after(tokens, this.#store, signal);
      if (!others) throw error;
      return this.#as(others, call, signal);
    }
  }

  #as({ accessToken }: TokenSet, call: Call, signal: AbortSignal | undefined): Promise<Answer> {
    const headers = { ...call.headers, Authorization: `Bearer ${accessToken}` };
    return send(this.#settings, { ...call, headers }, signal);
  }
}
