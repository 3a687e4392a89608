const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** When to try again. Milliseconds; `attempts` and `patience`: when to give up. */
export interface RetryPolicy {
  readonly first: number;
  readonly growth: number;
  readonly longest: number;
  readonly attempts: number;
  readonly patience: number;
}

/** Mail servers turn strangers away for minutes, and are down for hours. */
export const mailRetries: RetryPolicy = {
  first: minute / 2,
  growth: 4,
  longest: 6 * hour,
  attempts: 8,
  patience: 24 * hour,
};

/** Somebody waits for a code with the phone in their hand. */
export const whatsAppRetries: RetryPolicy = {
  first: 2 * second,
  growth: 2,
  longest: 10 * minute,
  attempts: 30,
  patience: 6 * hour,
};

/**
 * Milliseconds until a message is tried again after its `attempts`th failure: `first`, then `growth` times as long each
 * time up to `longest`. `chance` (0 to 1) spreads it by a fifth to either side, so that a recovered server is not run over.
 * Undefined when it should be given up.
 */
export function retryDelay(
  policy: RetryPolicy,
  attempts: number,
  age: number,
  chance: number,
): number | undefined {
  if (attempts >= policy.attempts) return undefined;
  const delay =
    Math.min(policy.first * policy.growth ** (attempts - 1), policy.longest) * (0.8 + 0.4 * chance);
  return age + delay > policy.patience ? undefined : Math.round(delay);
}
