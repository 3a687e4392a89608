import { expect } from "vitest";
import {
  type Fetch,
  isMubarokahError,
  Mubarokah,
  type MubarokahOptions,
  memoryStore,
  type SignInRequest,
  type TokenSet,
  type TokenStore,
  type UserSession,
} from "../../packages/client/src/index.ts";
import type { Codes, ReasonOf } from "../../src/errors/catalogue-error.ts";
import type { Family } from "../../src/errors/definition.ts";
import { type Application, type Person, walkToRedirect } from "./application.ts";
import { provoked } from "./provoked.ts";
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

/** A `fetch` for the SDK that keeps the last answer, so that both ends of a refusal can be looked at. */
export class Witness {
  #last = Response.error();

  readonly fetch: Fetch = async (url, init) => {
    const response = await fetch(url, init);
    this.#last = response.clone();
    return response;
  };

  /** Asserts that `work` fails with this error of the catalogue: in every particular on the wire, and typed in the SDK. */
  async refused<F extends Family, C extends Codes<F>>(
    family: F,
    code: C,
    reason: ReasonOf<F, C>,
    work: Promise<unknown>,
  ): Promise<void> {
    const error: unknown = await work.then(
      () => undefined,
      (caught: unknown) => caught,
    );
    if (!isMubarokahError(error)) throw error ?? new Error(`Nothing was refused; expected ${code}`);
    expect([error.code, error.reason]).toEqual([code, reason]);
    const { body } = await provoked(family, code, reason, this.#last);
    expect(error).toMatchObject({ hint: body?.hint, docsUrl: body?.error_uri, requestId: body?.request_id });
  }
}
