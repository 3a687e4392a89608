import type { Instant } from "../../storage/port/time.ts";

/** Milliseconds. */
const window = 60_000;
/** How many failures are kept in a window: of one kind from one caller, and of one application, proven or claimed. */
const most = { alike: 10, ofOneApplication: 60 } as const;
/** Callers and applications that are told apart in a window; whoever comes later is counted only. */
const keyLimit = 10_000;

export interface Sample {
  readonly clientId: string;
  readonly proven: boolean;
  readonly reason: string;
  readonly source: string;
}

/**
 * Decides which failures are kept one by one: the first ones of each kind, so that rare ones are found and a flood costs
 * little. Remembers a bounded number of keys, for a minute at most.
 */
export function failureSampler(): { take(sample: Sample, now: Instant): boolean } {
  const taken = new Map<string, number>();
  let endsAt = 0;
  const within = (key: string, limit: number): boolean => {
    const before = taken.get(key);
    if (before === undefined && taken.size >= keyLimit) return false;
    if (before !== undefined && before >= limit) return false;
    taken.set(key, (before ?? 0) + 1);
    return true;
  };
  return {
    take({ clientId, proven, reason, source }, now) {
      if (now >= endsAt) {
        taken.clear();
        endsAt = now + window;
      }
      const application = `${clientId} ${proven}`;
      return (
        within(`${application} ${reason} ${source}`, most.alike) && within(application, most.ofOneApplication)
      );
    },
  };
}
