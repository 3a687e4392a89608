import { ownError } from "./errors/own-error.ts";
import { type Clock, systemClock } from "./http/clock.ts";
import { type Entropy, systemEntropy } from "./http/entropy.ts";
import { type Lock, systemLock } from "./session/lock.ts";

/** The part of `fetch` that is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface Settings {
  /** Origin of the server, like `https://id.example.com`. */
  readonly issuer: string;
  readonly clientId: string;
  /** Of a confidential application; never in a browser. */
  readonly clientSecret?: string | undefined;
  /** Exactly as registered. Needed to sign people in. */
  readonly redirectUri?: string | undefined;
  /** For each attempt, answer included. 8000 by default, so that a repeated refresh still falls into the server's replay window. */
  readonly timeoutMs: number;
  /** How often a request is sent at most; 3 by default, 1 never repeats. */
  readonly maxAttempts: number;
  /** A longer `Retry-After` is not waited for: the error comes at once. 10000 by default. */
  readonly maxRetryAfterMs: number;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Source of randomness, for state, verifiers and the spread of retries. */
  readonly entropy: Entropy;
  /** Keeps refreshes of one sign-in apart; Web Locks where the platform has them. */
  readonly lock: Lock;
}

/** Only `issuer` and `clientId` are always needed. */
export type MubarokahOptions = Pick<Settings, "issuer" | "clientId"> & {
  readonly [Name in keyof Settings]?: Settings[Name] | undefined;
};

const defaults = {
  timeoutMs: 8000,
  maxAttempts: 3,
  maxRetryAfterMs: 10_000,
  // Looked up at each call, so that what replaces it later is used.
  fetch: (url: string, init: RequestInit) => globalThis.fetch(url, init),
  clock: systemClock,
  entropy: systemEntropy,
  lock: systemLock,
};

function originOf(issuer: string): string {
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
  if (!(url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`))
    throw ownError("configuration_invalid", "issuer_malformed");
  if (url.protocol === "http:" && !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname))
    throw ownError("configuration_invalid", "issuer_insecure");
  return url.origin;
}

/** Throws `configuration_invalid` for what can never work. */
export function settingsOf(options: MubarokahOptions): Settings {
  if (!options.clientId) throw ownError("configuration_invalid", "client_id_missing");
  if (options.clientSecret && "document" in globalThis)
    throw ownError("configuration_invalid", "client_secret_in_browser");
  const given = Object.entries(options).filter(([, value]) => value != null);
  const chosen = Object.fromEntries(given) as unknown as Pick<Settings, "clientId"> & Partial<Settings>;
  return { ...defaults, ...chosen, issuer: originOf(options.issuer) };
}
