import { useEffect, useSyncExternalStore } from "react";
import type { SignInRequest } from "../sign-in/authorization-url.ts";
import type { BrowserSignIn, SignInState } from "./browser.ts";

const loading: SignInState = { status: "loading" };

/** The state of the sign-in, and what can be done about it. */
export interface SignInHook {
  readonly state: SignInState;
  readonly signIn: (request?: SignInRequest) => Promise<void>;
  readonly signOut: () => Promise<void>;
  readonly reload: () => Promise<void>;
}

/** Who is signed in. Ends the sign-in on the page of the redirect URI by itself; safe under `StrictMode`. */
export function useSignIn(browser: BrowserSignIn): SignInHook {
  const state = useSyncExternalStore(browser.subscribe, browser.state, () => loading);
  useEffect(() => {
    browser.start().catch((error: unknown) => {
      queueMicrotask(() => {
        throw error;
      });
    });
  }, [browser]);
  return {
    state,
    signIn: (request) => browser.signIn(request),
    signOut: () => browser.signOut(),
    reload: () => browser.reload(),
  };
}
