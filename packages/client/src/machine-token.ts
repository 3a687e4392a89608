import type { Mubarokah } from "./mubarokah.ts";
import type { CallOptions } from "./session/user-session.ts";
import type { TokenSet } from "./token-set.ts";

/** A token of the application itself, fetched when first needed and again shortly before it expires. */
export interface MachineToken {
  /** Good for more than 30 seconds. Any number of simultaneous callers make one request. */
  accessToken(): Promise<string>;
}

/** Keeps one client_credentials token instead of fetching one for each call. */
export function machineToken(
  mubarokah: Mubarokah,
  options: CallOptions & { readonly scope?: string; readonly now?: () => number } = {},
): MachineToken {
  const { now = () => Date.now(), ...request } = options;
  let tokens: TokenSet | undefined;
  let running: Promise<TokenSet> | undefined;
  const fetched = () => {
    running ??= mubarokah.clientCredentials(request).finally(() => {
      running = undefined;
    });
    return running;
  };
  return {
    accessToken: async () => {
      if (!tokens || tokens.expiresAt - now() <= 30_000) tokens = await fetched();
      return tokens.accessToken;
    },
  };
}
