import type { Failure, FailureCount } from "../../storage/port/failures.ts";

/** What waits for its next way to the database, at most. */
const limits = { counts: 1_000, proven: 50, claimed: 50 } as const;

export interface Waiting {
  readonly counts: readonly FailureCount[];
  readonly failures: readonly Failure[];
}

export interface FailureBuffer {
  /** A count that finds no room is left out, except of all requests together. */
  count(count: FailureCount): void;
  hasRoom(proven: boolean): boolean;
  keep(failure: Failure): void;
  /** Everything that waits, which is then forgotten here. */
  take(): Waiting;
}

function keyOf({ clientId, hour, proven, endpoint, code, reason }: FailureCount): string {
  return `${hour} ${clientId} ${proven} ${endpoint} ${code} ${reason}`;
}

/** Failures on their way to the database, in bounded memory. */
export function failureBuffer(): FailureBuffer {
  let counts = new Map<string, FailureCount & { count: number }>();
  let kept: Record<"proven" | "claimed", Failure[]> = { proven: [], claimed: [] };
  const listOf = (proven: boolean) => (proven ? "proven" : "claimed");
  const hasRoom = (proven: boolean) => kept[listOf(proven)].length < limits[listOf(proven)];
  return {
    count(given) {
      const key = keyOf(given);
      const known = counts.get(key);
      if (known) known.count += given.count;
      else if (given.clientId === null || counts.size < limits.counts) counts.set(key, { ...given });
    },
    hasRoom,
    keep(failure) {
      if (hasRoom(failure.proven)) kept[listOf(failure.proven)].push(failure);
    },
    take() {
      const taken = { counts: [...counts.values()], failures: [...kept.proven, ...kept.claimed] };
      counts = new Map();
      kept = { proven: [], claimed: [] };
      return taken;
    },
  };
}
