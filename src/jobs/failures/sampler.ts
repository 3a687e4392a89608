import type { Instant } from "../../storage/port/time.ts";

/** Milliseconds. */
const minute = 60_000;
const hour = 3_600_000;
/**
 * How many failures are kept in a minute: from one caller, so that nobody is forgotten because somebody invents applications; of
 * one kind from one caller; and of one application, proven or claimed.
 */
const most = { ofOneCaller: 200, alike: 10, ofOneApplication: 60 } as const;
/** And in an hour from one caller, whatever their kinds: a fraction of what stays, so that nobody pushes out all the others alone. */
const mostOfCaller = { proven: 300, claimed: 60 } as const;
/** Callers and applications that are told apart in a window. */
const keyLimit = 10_000;

export interface Sample {
  readonly clientId: string;
  readonly proven: boolean;
  readonly reason: string;
  readonly source: string;
}

interface Window {
  /** Takes one of a key's places, until the time is over. */
  take(key: string, limit: number, now: Instant): boolean;
  /** Whether that key has had fewer. */
  hasRoom(key: string, limit: number, now: Instant): boolean;
}

/** When there are too many keys, whoever comes later is counted only, or the one that came first is forgotten. */
function windowOf(length: number, whenFull: "refuse" | "forget"): Window {
  const taken = new Map<string, number>();
  let endsAt = 0;
  const takenAt = (key: string, now: Instant) => {
    if (now >= endsAt) {
      taken.clear();
      endsAt = now + length;
    }
    return taken.get(key);
  };
  return {
    hasRoom: (key, limit, now) => (takenAt(key, now) ?? 0) < limit,
    take(key, limit, now) {
      const before = takenAt(key, now);
      if (before === undefined && taken.size >= keyLimit) {
        if (whenFull === "refuse") return false;
        const { value: first } = taken.keys().next();
        if (first !== undefined) taken.delete(first);
      }
      if (before !== undefined && before >= limit) return false;
      taken.set(key, (before ?? 0) + 1);
      return true;
    },
  };
}

/**
 * Decides which failures are kept one by one: the first ones of each kind, so that rare ones are found and a flood costs
 * little. Remembers a bounded number of keys, for an hour at most.
 */
export function failureSampler(): { take(sample: Sample, now: Instant): boolean } {
  const minutes = windowOf(minute, "refuse");
  const hours = windowOf(hour, "forget");
  return {
    take({ clientId, proven, reason, source }, now) {
      const application = `${clientId} ${proven}`;
      const ofCaller = mostOfCaller[proven ? "proven" : "claimed"];
      return (
        minutes.hasRoom(source, most.ofOneCaller, now) &&
        minutes.take(`${application} ${reason} ${source}`, most.alike, now) &&
        hours.take(`${application} ${source}`, ofCaller, now) &&
        minutes.take(application, most.ofOneApplication, now) &&
        minutes.take(source, most.ofOneCaller, now)
      );
    },
  };
}
