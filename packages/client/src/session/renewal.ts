import { isMubarokahError, type MubarokahError } from "../errors/mubarokah-error.ts";
import { ownError } from "../errors/own-error.ts";
import { sha256 } from "../http/entropy.ts";
import { untilAborted } from "../http/until-aborted.ts";
import type { Settings } from "../settings.ts";
import { refreshTokens } from "../token-request.ts";
import type { TokenSet } from "../token-set.ts";
import { clear, load, save } from "./store-access.ts";
import type { TokenStore } from "./token-store.ts";

/** Tokens are renewed when this little is left. */
const margin = 30_000;

interface Running {
  readonly store: TokenStore;
  readonly tokens: Promise<TokenSet>;
}

/** Keeps access tokens fresh: one refresh at a time for each refresh token, whoever asks and however many. */
export class Renewal {
  readonly #settings: Settings;
  readonly #running = new Map<string, Running>();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Tokens that are good for more than 30 seconds, or as good as can be had. */
  async fresh(store: TokenStore, signal?: AbortSignal): Promise<TokenSet> {
    const tokens = await load(store);
    if (!tokens) throw ownError("not_signed_in", "tokens_missing");
    const left = tokens.expiresAt - this.#settings.clock.now();
    if (left > margin) return tokens;
    if (tokens.refreshToken) return this.#renewed(store, tokens.refreshToken, signal);
    if (left > 0) return tokens;
    throw ownError("not_signed_in", "refresh_token_missing");
  }

  /** Other tokens than those the API just refused; undefined when there is no way to get any. */
  async after(refused: TokenSet, store: TokenStore, signal?: AbortSignal): Promise<TokenSet | undefined> {
    const tokens = await load(store);
    if (tokens && tokens.accessToken !== refused.accessToken) return tokens;
    return tokens?.refreshToken ? this.#renewed(store, tokens.refreshToken, signal) : undefined;
  }

  /** A caller who aborts stops waiting; the refresh goes on for the others. */
  #renewed(store: TokenStore, refreshToken: string, signal?: AbortSignal): Promise<TokenSet> {
    return untilAborted(signal, () => this.#shared(store, refreshToken));
  }

  async #shared(store: TokenStore, refreshToken: string): Promise<TokenSet> {
    const first = this.#running.get(refreshToken);
    if (!first) return this.#begin(store, refreshToken);
    const tokens = await first.tokens;
    // Each request of a server may hold a store of its own over the same session.
    if (first.store !== store && (await load(store))?.refreshToken === refreshToken)
      await save(store, tokens);
    return tokens;
  }

  #begin(store: TokenStore, refreshToken: string): Promise<TokenSet> {
    const locked = async () => {
      // Names of locks can be listed; the token must not stand there.
      const name = `mubarokah.${await sha256(refreshToken)}`;
      return this.#settings.lock(name, () => this.#rotated(store, refreshToken));
    };
    const tokens = locked().finally(() => this.#running.delete(refreshToken));
    this.#running.set(refreshToken, { store, tokens });
    return tokens;
  }

  /** Looks again first: another tab may have refreshed, or signed out, while this one waited for the lock. */
  async #rotated(store: TokenStore, refreshToken: string): Promise<TokenSet> {
    const now = await load(store);
    if (!now) throw ownError("not_signed_in", "tokens_missing");
    if (now.refreshToken !== refreshToken) return now;
    try {
      const tokens = await refreshTokens(this.#settings, refreshToken);
      await save(store, tokens);
      return tokens;
    } catch (error) {
      return this.#instead(error as MubarokahError, store, refreshToken);
    }
  }

  /** A dead refresh token is forgotten, unless somebody stored a newer one meanwhile: then that is the answer. */
  async #instead(error: MubarokahError, store: TokenStore, refreshToken: string): Promise<TokenSet> {
    if (!isMubarokahError(error) || error.code !== "invalid_grant") throw error;
    const now = await load(store);
    if (now && now.refreshToken !== refreshToken) return now;
    await clear(store);
    throw error;
  }
}
