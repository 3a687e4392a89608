import type { Instant } from "./time.ts";

/** What all nodes together have taken of a limit for one key, until its window ends. */
export interface AllowanceWindow {
  readonly taken: number;
  readonly endsAt: Instant;
}

export interface Wanted {
  /** Names limit and key, without showing the key. */
  readonly id: string;
  readonly count: number;
  /** Of which no more than this is given in one window. */
  readonly limit: number;
  /** Milliseconds. */
  readonly window: number;
  /** When the window began if this is its first demand; not later than `now`. */
  readonly startedAt: Instant;
  readonly now: Instant;
}

/** Allowances that nodes take from a limit, to spend them without asking again. */
export interface AllowanceStore {
  /** Takes as much of what is wanted as is left; of all callers together no more than the limit. */
  take(wanted: Wanted): Promise<AllowanceWindow & { readonly granted: number }>;
  /** Undefined when no window is running. */
  find(id: string, now: Instant): Promise<AllowanceWindow | undefined>;
  /** Gives back what was taken in the window that ends then; nothing happens when it is another's by now. */
  giveBack(id: string, endsAt: Instant, count: number): Promise<void>;
  /** Notes that a node is alive; resolves to the number of those seen since `since`, itself among them. */
  nodeSeen(node: string, now: Instant, since: Instant): Promise<number>;
}
