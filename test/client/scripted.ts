import { expect } from "vitest";
import { isMubarokahError, type MubarokahError } from "../../packages/client/src/errors/mubarokah-error.ts";
import { type Clock, Mubarokah, type MubarokahOptions } from "../../packages/client/src/index.ts";

export const issuer = "https://id.example.com";

/** One request as it left. */
export interface Sent {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: URLSearchParams;
  readonly text: string;
}

export type Answerer = (sent: Sent, signal: AbortSignal) => Response | Promise<Response>;

/** A `fetch` that answers from a list, the last entry again and again, and keeps what it was sent. */
export function scriptedFetch(...answers: readonly Answerer[]) {
  const sent: Sent[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const text = String(init.body ?? "");
    const request = { method: init.method ?? "", headers: new Headers(init.headers), text };
    const one = { url: new URL(url), ...request, body: new URLSearchParams(text) };
    sent.push(one);
    const answer = answers[Math.min(sent.length, answers.length) - 1];
    if (!(answer && init.signal)) throw new Error("Nothing to answer");
    return answer(one, init.signal);
  };
  return { fetch, sent };
}

export const json =
  (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answerer =>
  () =>
    new Response(JSON.stringify(body), {
      status,
      headers: { "Content-Type": "application/json", ...headers },
    });

/** A token response that lives a day. */
export function tokenBody(number = 1, change: Readonly<Record<string, unknown>> = {}) {
  return {
    token_type: "Bearer",
    expires_in: 86_400,
    access_token: `access-${number}`,
    refresh_token: `refresh-${number}`,
    scope: "view-user",
    ...change,
  };
}

export const person = {
  id: 7,
  name: "Siti Aminah",
  email: null,
  profile_picture: null,
  username: null,
  gender: null,
};

/** A clock that moves only by sleeping, and at once. Timeouts of requests never come. */
export function jumpingClock(start = 1_800_000_000_000): Clock & { readonly slept: readonly number[] } {
  const slept: number[] = [];
  let now = start;
  return {
    slept,
    now: () => now,
    sleep: (milliseconds, signal) => {
      if (milliseconds === timeoutMs) return new Promise(() => undefined);
      if (!signal.aborted) {
        slept.push(milliseconds);
        now += milliseconds;
      }
      return Promise.resolve();
    },
  };
}

/** Marks the sleeps that are timeouts. */
export const timeoutMs = 8001;

export function client(options: Partial<MubarokahOptions> = {}): Mubarokah {
  const redirectUri = "https://app.example.com/callback";
  return new Mubarokah({ issuer, clientId: "the-app", redirectUri, timeoutMs, ...options });
}

/** What a call threw; fails when it threw nothing, or something else than this package's errors. */
export async function thrownBy(work: () => unknown): Promise<MubarokahError> {
  try {
    await work();
  } catch (error) {
    if (!isMubarokahError(error)) throw error;
    return error;
  }
  return expect.unreachable("nothing was thrown");
}
