import type { Instant } from "../storage/port/time.ts";
import type { Limit } from "./rate-limit.ts";
import { SharedWindow } from "./shared-window.ts";

/** A node's windows of one limit, at most `capacity`; beyond that the oldest goes, whose count the database keeps. */
export class SharedWindows {
  readonly #capacity: number;
  readonly #limit: Limit;
  readonly #windows = new Map<string, SharedWindow>();

  constructor(capacity: number, limit: Limit) {
    this.#capacity = capacity;
    this.#limit = limit;
  }

  get size(): number {
    return this.#windows.size;
  }

  /** The running window of a key, if this node knows one. */
  find(id: string, now: Instant): SharedWindow | undefined {
    const found = this.#windows.get(id);
    return found && found.endsAt > now ? found : undefined;
  }

  open(id: string, now: Instant): SharedWindow {
    const found = this.find(id, now);
    if (found) return found;
    this.#windows.delete(id);
    for (const [oldest] of this.#windows) {
      if (this.#windows.size < this.#capacity) break;
      this.#windows.delete(oldest);
    }
    const made = new SharedWindow(this.#limit, now);
    this.#windows.set(id, made);
    return made;
  }

  /** Forgets what is over; gives the windows that are not. */
  running(now: Instant): [string, SharedWindow][] {
    for (const [id, window] of this.#windows) if (window.endsAt <= now) this.#windows.delete(id);
    return [...this.#windows];
  }
}
