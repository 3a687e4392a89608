import type { Instant } from "./time.ts";

/** How often something happened within one hour. */
export interface HourlyCount {
  /** The hour's first moment. */
  readonly hour: Instant;
  /** One of a fixed list; nothing that a client chose. */
  readonly name: string;
  readonly count: number;
}

/** The counts of `span` milliseconds together. */
export interface CountSum {
  readonly name: string;
  /** A multiple of `span`. */
  readonly from: Instant;
  readonly count: number;
}

/** What happens, counted by the hour, so that looking at it never counts rows. All nodes add to the same counts. */
export interface HourlyCountStore {
  add(counts: readonly HourlyCount[]): Promise<void>;
  /** From the hour `since` on. */
  sums(since: Instant, span: number): Promise<readonly CountSum[]>;
}
