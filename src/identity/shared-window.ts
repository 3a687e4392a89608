import type { AllowanceWindow } from "../storage/port/allowances.ts";
import type { Instant } from "../storage/port/time.ts";
import type { Limit } from "./rate-limit.ts";
import { batchOf, type Precision } from "./rate-limit-precision.ts";

/** What a node knows of one key's window below a limit that it shares with other nodes. */
export class SharedWindow {
  readonly startedAt: Instant;
  readonly #limit: number;
  #endsAt: Instant;
  /** Spent before anybody was asked, and not yet told. */
  #free: number = 0;
  /** Spent here in all. */
  #spent: number = 0;
  /** Taken from the limit and not spent. */
  #allowance: number = 0;
  /** Taken by all nodes, when this one last heard of it. */
  #taken: number = 0;
  #heardAt: Instant | undefined;
  #usedAt: Instant;
  /** Requests that wait for the answer that is on its way. */
  waiting: number = 0;
  asking: Promise<void> | undefined;

  constructor(limit: Limit, now: Instant) {
    this.#limit = limit.count;
    this.startedAt = now;
    this.#endsAt = now + limit.window * 1000;
    this.#usedAt = now;
  }

  get endsAt(): Instant {
    return this.#endsAt;
  }

  /** Never asked the others: what it counts is known to this node only. */
  get isLocal(): boolean {
    return this.#heardAt === undefined;
  }

  get allowance(): number {
    return this.#allowance;
  }

  get remaining(): number {
    const left = this.#limit - this.#taken + this.#allowance - this.#free;
    return left > 0 ? left : 0;
  }

  /** Nothing is left, as far as was heard within `recheck` milliseconds. */
  isSpent(now: Instant, recheck: number): boolean {
    return this.#allowance === 0 && this.#taken >= this.#limit && now - (this.#heardAt ?? now) < recheck;
  }

  /** Counts one hit if that is possible without asking. */
  spend(now: Instant, { free }: Precision): boolean {
    this.#usedAt = now;
    if (this.#allowance > 0) this.#allowance -= 1;
    else if (this.isLocal && this.#free < free) this.#free += 1;
    else return false;
    this.#spent += 1;
    return true;
  }

  /** False when nothing was counted here. */
  takeBack(): boolean {
    if (this.#spent === 0) return false;
    this.#spent -= 1;
    if (this.#free > 0) this.#free -= 1;
    else this.#allowance += 1;
    return true;
  }

  /** How many to take: what was spent untold, and enough for all who wait. */
  wanted({ batch }: Precision, nodes: number): number {
    const some = batchOf(batch, this.remaining, nodes);
    return this.#free + (this.waiting > some ? this.waiting : some);
  }

  /** Takes note of an answer to `wanted`. */
  granted(now: Instant, answer: AllowanceWindow & { readonly granted: number }): void {
    const told = answer.granted < this.#free ? answer.granted : this.#free;
    this.#allowance += answer.granted - told;
    this.#free = 0;
    this.heard(now, answer);
  }

  heard(now: Instant, { taken, endsAt }: AllowanceWindow): void {
    this.#taken = taken;
    this.#endsAt = endsAt;
    this.#heardAt = now;
  }

  /** Parts with what is not spent; the caller gives it back to the others. */
  release(): number {
    const unspent = this.#allowance;
    this.#allowance = 0;
    this.#taken -= unspent;
    return unspent;
  }

  isIdle(now: Instant, since: number): boolean {
    return this.#allowance > 0 && this.asking === undefined && now - this.#usedAt >= since;
  }
}
