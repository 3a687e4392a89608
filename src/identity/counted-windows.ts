import type { Instant } from "../storage/port/time.ts";

interface Window {
  readonly endsAt: Instant;
  count: number;
  /** `levelOf(count)`. */
  level: number;
}

/** 1, 2–3, 4–7, 8–15, … hits. */
function levelOf(count: number): number {
  let level = 0;
  for (let rest = count; rest >= 2; rest /= 2) level++;
  return level;
}

const pauseBetweenSweeps = 1000;

/**
 * Counters by key, at most `capacity` of them. When there is no room the least used counter goes, the oldest of these
 * first: whoever wants to wipe out a counter of n hits must bring more than `capacity` other keys to n hits each,
 * within one window. A spray of fresh keys only pushes out its own.
 */
export class CountedWindows {
  readonly #capacity: number;
  /** Milliseconds. */
  readonly #length: number;
  readonly #windows = new Map<string, Window>();
  readonly #levels: Set<string>[] = [];
  #sweptAt: Instant | undefined;

  constructor(capacity: number, length: number) {
    this.#capacity = capacity;
    this.#length = length;
  }

  get size(): number {
    return this.#windows.size;
  }

  /** The running window of a key, or the one that its next hit would begin. */
  read(key: string, now: Instant): Readonly<Pick<Window, "count" | "endsAt">> {
    const { count, endsAt } = this.#running(key, now) ?? { count: 0, endsAt: now + this.#length };
    return { count, endsAt };
  }

  count(key: string, now: Instant): void {
    const window = this.#running(key, now);
    if (window) {
      this.#recount(key, window, window.count + 1);
      return;
    }
    this.#remove(key);
    this.#makeRoom(now);
    this.#windows.set(key, { endsAt: now + this.#length, count: 1, level: 0 });
    this.#keysAt(0).add(key);
  }

  /** Takes one hit of the running window back. */
  uncount(key: string, now: Instant): void {
    const window = this.#running(key, now);
    if (!window || window.count <= 1) this.#remove(key);
    else this.#recount(key, window, window.count - 1);
  }

  #running(key: string, now: Instant): Window | undefined {
    const found = this.#windows.get(key);
    return found && found.endsAt > now ? found : undefined;
  }

  #recount(key: string, window: Window, count: number): void {
    window.count = count;
    // Still between its two powers of two, as at nearly every hit.
    if (count >> window.level === 1) return;
    this.#levels[window.level]?.delete(key);
    window.level = levelOf(count);
    this.#keysAt(window.level).add(key);
  }

  #keysAt(level: number): Set<string> {
    const keys = this.#levels[level] ?? new Set();
    this.#levels[level] = keys;
    return keys;
  }

  #remove(key: string): void {
    const window = this.#windows.get(key);
    if (!window) return;
    this.#levels[window.level]?.delete(key);
    this.#windows.delete(key);
  }

  #makeRoom(now: Instant): void {
    const full = this.#windows.size >= this.#capacity;
    if (now >= (this.#sweptAt ?? 0) + (full ? pauseBetweenSweeps : this.#length)) this.#sweep(now);
    if (this.#windows.size < this.#capacity) return;
    const least = this.#levels.find((keys) => keys !== undefined && keys.size > 0);
    const [victim] = least ?? [];
    if (victim !== undefined) this.#remove(victim);
  }

  #sweep(now: Instant): void {
    this.#sweptAt = now;
    for (const [key, window] of this.#windows) if (window.endsAt <= now) this.#remove(key);
  }
}
