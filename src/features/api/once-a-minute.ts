import type { Instant } from "../../storage/port/time.ts";

const minute = 60_000;

/**
 * Says of a key whether it is due: the first time, and again when a minute is over. It remembers at most `capacity`
 * keys; beyond that the oldest are due a little more often.
 */
export function onceAMinute(capacity: number): (key: string, now: Instant) => boolean {
  const last = new Map<string, Instant>();
  return (key, now) => {
    const before = last.get(key);
    if (before !== undefined && now < before + minute) return false;
    last.delete(key);
    last.set(key, now);
    const [oldest] = last.keys();
    if (last.size > capacity && oldest !== undefined) last.delete(oldest);
    return true;
  };
}
