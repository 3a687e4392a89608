import type { TokenSet } from "../token-set.ts";

type Awaitable<Value> = Value | Promise<Value>;

/** Where the tokens of one sign-in are kept: a server's session, a database row, a browser's storage. */
export interface TokenStore {
  load(): Awaitable<TokenSet | undefined>;
  /** Replaces what is stored; the refresh token before it is worth nothing any more. */
  save(tokens: TokenSet): Awaitable<void>;
  clear(): Awaitable<void>;
}

/** Tokens that live as long as the page or the process. */
export function memoryStore(tokens?: TokenSet): TokenStore {
  let stored = tokens;
  return {
    load: () => stored,
    save: (changed) => {
      stored = changed;
    },
    clear: () => {
      stored = undefined;
    },
  };
}

/**
 * Tokens as a property of something else, such as a server's session: `objectStore(request.session, "tokens")`. `commit`
 * runs after each change, for sessions that have to be saved by hand.
 */
export function objectStore<Name extends string>(
  holder: { [Key in Name]?: TokenSet | undefined },
  name: Name,
  commit?: () => Awaitable<void>,
): TokenStore {
  return {
    load: () => holder[name],
    save: (tokens) => {
      holder[name] = tokens;
      return commit?.();
    },
    clear: () => {
      delete holder[name];
      return commit?.();
    },
  };
}
