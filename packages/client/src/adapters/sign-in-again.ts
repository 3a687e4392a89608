import { isMubarokahError, needsSignIn } from "../errors/mubarokah-error.ts";

const ended = new WeakSet<Error>();

/** Marks what a sign-in ended with: beginning it again by itself could go round for ever. */
export function endOfSignIn(error: unknown): unknown {
  if (error instanceof Error) ended.add(error);
  return error;
}

/** Whether to send the browser to the sign-in: nobody is signed in, and it is no script that asks (`Sec-Fetch-Dest`). */
export function leadsToSignIn(
  error: unknown,
  method: string | undefined,
  destination: string | undefined,
): boolean {
  const isPage = /^(GET|HEAD)$/.test(method ?? "") && destination !== "empty";
  return isPage && isMubarokahError(error) && needsSignIn(error) && !ended.has(error);
}

/** Where to sign in and come back from. */
export function loginPath(login: string, returnTo: string): string {
  return `${login}${login.includes("?") ? "&" : "?"}returnTo=${encodeURIComponent(returnTo)}`;
}
