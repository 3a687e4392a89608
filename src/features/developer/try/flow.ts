import type { tryIt } from "../../../i18n/en/try-it.ts";
import type { KeyRing } from "../../../protocol/key-ring.ts";
import type { Instant } from "../../../storage/port/time.ts";

export type StepName = keyof typeof tryIt.steps;

/** One request that was made and the answer to it, as they are shown: secrets are shortened before they get here. */
export interface Step {
  readonly name: StepName;
  readonly request: string;
  readonly response: string;
}

/**
 * A sign-in on its way. The page keeps nothing of it: between two requests it travels through the browser, sealed for the
 * person who began it.
 */
export interface Flow {
  readonly clientId: string;
  readonly begunAt: Instant;
  readonly scope: string;
  readonly prompt: string;
  readonly codeVerifier: string;
  readonly code?: string;
  readonly clientSecret?: string;
  readonly accessToken?: string;
  readonly refreshToken?: string;
  readonly steps: readonly Step[];
}

/** Milliseconds that a sign-in may take. */
const lifetime = 3_600_000;
/** So many steps are shown at most, and so much of an answer: a form holds no more than 32 KiB. */
const most = 6;
const longest = 2_000;

export function withStep(flow: Flow, step: Step): Flow {
  const { response } = step;
  const cut = response.length > longest ? `${response.slice(0, longest)}…` : response;
  return { ...flow, steps: [...flow.steps, { ...step, response: cut }].slice(-most) };
}

export function seal(keys: KeyRing, userId: number, flow: Flow): string {
  return keys.seal("try", JSON.stringify(flow), String(userId));
}

/** Undefined for everything that this page did not make for this person within the last hour. */
export function open(
  keys: KeyRing,
  userId: number,
  sealed: string | undefined,
  now: Instant,
): Flow | undefined {
  const text = sealed === undefined ? undefined : keys.open("try", sealed, String(userId));
  if (text === undefined) return undefined;
  const flow = JSON.parse(text) as Flow;
  return flow.begunAt + lifetime > now ? flow : undefined;
}
