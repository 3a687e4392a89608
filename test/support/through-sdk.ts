import {
  Mubarokah,
  type MubarokahOptions,
  memoryStore,
  type SignInRequest,
  type TokenSet,
  type TokenStore,
  type UserSession,
} from "../../packages/client/src/index.ts";
import { type Application, type Person, walkToRedirect } from "./application.ts";
import { Visitor } from "./visitor.ts";

/** The SDK as the application's developer sets it up. */
export function mubarokahOf(application: Application, options: Partial<MubarokahOptions> = {}): Mubarokah {
  const { server, clientId, clientSecret, redirectUri } = application;
  return new Mubarokah({ issuer: server.origin, clientId, clientSecret, redirectUri, ...options });
}

export interface SignedIn {
  readonly tokens: TokenSet;
  readonly store: TokenStore;
  readonly session: UserSession;
}

/** The whole sign-in through the SDK, in a browser of the person's own unless one is given. */
export async function signInThrough(
  mubarokah: Mubarokah,
  person: Person,
  request: SignInRequest = {},
  visitor: Visitor = new Visitor(mubarokah.issuer),
): Promise<SignedIn> {
  const { url, pending } = await mubarokah.authorizationUrl(request);
  const tokens = await mubarokah.handleCallback(await walkToRedirect(visitor, person, url), pending);
  const store = memoryStore(tokens);
  return { tokens, store, session: mubarokah.session(store) };
}
