export type { ServerMetadata } from "./discovery.ts";
export type { FixableBy } from "./errors/code-table.ts";
export {
  type ErrorCode,
  type ErrorOf,
  isMubarokahError,
  type MubarokahError,
  needsSignIn,
} from "./errors/mubarokah-error.ts";
export type { Clock } from "./http/clock.ts";
export type { Entropy } from "./http/entropy.ts";
export { Mubarokah } from "./mubarokah.ts";
export type { Lock } from "./session/lock.ts";
export { memoryStore, objectStore, type TokenStore } from "./session/token-store.ts";
export type { CallOptions, UserSession } from "./session/user-session.ts";
export type { Fetch, MubarokahOptions } from "./settings.ts";
export type { PendingSignIn, SignInRequest, SignInStart } from "./sign-in/authorization-url.ts";
export type { TokenSet } from "./token-set.ts";
export type { User, UserChange, UserDetails } from "./user.ts";
