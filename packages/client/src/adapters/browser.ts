import { isMubarokahError, type MubarokahError, needsSignIn } from "../errors/mubarokah-error.ts";
import type { Mubarokah } from "../mubarokah.ts";
import { load, save } from "../session/store-access.ts";
import { memoryStore, type TokenStore } from "../session/token-store.ts";
import type { UserSession } from "../session/user-session.ts";
import type { PendingSignIn, SignInRequest } from "../sign-in/authorization-url.ts";
import type { TokenSet } from "../token-set.ts";
import type { User } from "../user.ts";

/** What a page shows. */
export type SignInState =
  | { readonly status: "loading" }
  | { readonly status: "signed-out" }
  | { readonly status: "signed-in"; readonly user: User }
  | { readonly status: "failed"; readonly error: MubarokahError };

/** The part of `Storage` that is used. */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

interface Page {
  readonly location: { readonly href: string; assign(url: string): void };
  readonly history: { replaceState(data: unknown, unused: string, url: string): void };
  readonly sessionStorage: TextStorage;
}

/** How a page signs in. */
export interface BrowserSignInOptions {
  /** Where the tokens are kept; in memory by default, so that a reload asks the server again. */
  readonly store?: TokenStore;
  /** What to ask for at the sign-in. */
  readonly request?: SignInRequest;
}

/** What cannot be read counts as not there: storage is the page's, and anybody's on it. */
function parsed<Value>(text: string | null): Value | undefined {
  try {
    return (JSON.parse(text ?? "null") as Value | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Tokens in `localStorage` (all tabs) or `sessionStorage` (this tab). Any script of the page can read them there: prefer
 * to keep them on a server when you have one.
 */
export function webStore(storage: TextStorage, key = "mubarokah.tokens"): TokenStore {
  return {
    load: () => parsed<TokenSet>(storage.getItem(key)),
    save: (tokens) => storage.setItem(key, JSON.stringify(tokens)),
    clear: () => storage.removeItem(key),
  };
}

const keyOf = (state: string) => `mubarokah.pending.${state}`;

/** Sign-in of a page without a server of its own: a public application with PKCE. Create one for the page. */
export class BrowserSignIn {
  /** The API on behalf of the person. */
  readonly session: UserSession;
  readonly #mubarokah: Mubarokah;
  readonly #store: TokenStore;
  readonly #request: SignInRequest;
  readonly #listeners = new Set<() => void>();
  #state: SignInState = { status: "loading" };
  #started: Promise<void> | undefined;

  constructor(mubarokah: Mubarokah, options: BrowserSignInOptions = {}) {
    this.#mubarokah = mubarokah;
    this.#store = options.store ?? memoryStore();
    this.#request = options.request ?? {};
    this.session = mubarokah.session(this.#store);
  }

  get #page(): Page {
    return globalThis as unknown as Page;
  }

  /** The same object until something changes, as React's `useSyncExternalStore` wants it. */
  readonly state = (): SignInState => this.#state;

  /** Calls back at each change; returns what ends that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Ends a sign-in if this page was reached by the redirect, then finds out who is signed in. Any number of calls count as one. */
  start(): Promise<void> {
    this.#started ??= this.#attempt(async () => {
      await this.#finish();
      await this.#read();
    });
    return this.#started;
  }

  /** Leaves for the sign-in page. */
  async signIn(request: SignInRequest = {}): Promise<void> {
    const { url, pending } = await this.#mubarokah.authorizationUrl({ ...this.#request, ...request });
    this.#page.sessionStorage.setItem(keyOf(pending.state), JSON.stringify(pending));
    this.#page.location.assign(url);
  }

  /** Signs out here and everywhere. When the server could not be told, the state is `failed`; the tokens are gone all the same. */
  signOut(): Promise<void> {
    return this.#attempt(async () => {
      await this.session.logout();
      this.#become({ status: "signed-out" });
    });
  }

  /** Reads the person again. */
  reload(): Promise<void> {
    return this.#attempt(() => this.#read());
  }

  async #read(): Promise<void> {
    const user = (await load(this.#store)) && (await this.session.user());
    this.#become(user ? { status: "signed-in", user } : { status: "signed-out" });
  }

  /** The code leaves the address first: it must not come into bookmarks or be sent twice. */
  async #finish(): Promise<void> {
    const url = new URL(this.#page.location.href);
    const state = url.searchParams.get("state") ?? "";
    const pending = parsed<PendingSignIn>(this.#page.sessionStorage.getItem(keyOf(state)));
    if (!pending) return;
    this.#page.sessionStorage.removeItem(keyOf(state));
    this.#page.history.replaceState(null, "", pending.returnTo ?? url.pathname);
    await save(this.#store, await this.#mubarokah.handleCallback(url, pending));
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!isMubarokahError(error)) throw error;
      this.#become(needsSignIn(error) ? { status: "signed-out" } : { status: "failed", error });
    }
  }

  #become(state: SignInState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
