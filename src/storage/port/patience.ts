import { AsyncLocalStorage } from "node:async_hooks";

/** What one request may spend on waiting for the database, however many questions it asks. */
class Patience {
  #left: number;
  #asking: number = 0;
  #since: number = 0;

  constructor(milliseconds: number) {
    this.#left = milliseconds;
  }

  get left(): number {
    return this.#asking > 0 ? this.#left - (performance.now() - this.#since) : this.#left;
  }

  begin(): void {
    if (this.#asking === 0) this.#since = performance.now();
    this.#asking += 1;
  }

  end(): void {
    this.#asking -= 1;
    if (this.#asking === 0) this.#left -= performance.now() - this.#since;
  }
}

let patience: AsyncLocalStorage<Patience> | undefined;

/** To be called by whatever waits with `patiently`. Where nothing does (SQLite), no request pays for it: 1.5 µs. */
export function keepPatience(): void {
  patience ??= new AsyncLocalStorage();
}

/** Everything that `work` asks of a database waits `milliseconds` in all; whatever is beyond is refused as unavailable. */
export function withPatience<Result>(milliseconds: number, work: () => Result): Result {
  return patience ? patience.run(new Patience(milliseconds), work) : work();
}

/** Runs one question of at most `milliseconds`, or what is left where `withPatience` set an end to it. */
export async function patiently<Result>(
  milliseconds: number,
  ask: (milliseconds: number) => Promise<Result>,
): Promise<Result> {
  const common = patience?.getStore();
  if (!common) return ask(milliseconds);
  const left = Math.min(milliseconds, Math.max(0, common.left));
  common.begin();
  try {
    return await ask(left);
  } finally {
    common.end();
  }
}
