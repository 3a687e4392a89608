/** How a node spends a limit that it shares with others. */
export interface Precision {
  /** Hits in a window that a node allows before it asks the others' count: who calls seldom costs the database nothing. */
  readonly free: number;
  /** Hits that it takes from the limit at a time; those it does not spend are missing elsewhere until it gives them back. */
  readonly batch: number;
}

/** Below this a single hit is more than a fortieth, and these are the limits that keep guessers out. */
const smallestShared = 40;

export function whole(part: number, by: number): number {
  return (part - (part % by)) / by;
}

/** So small that every hit is told before it is allowed. */
export function isExact(limit: number): boolean {
  return limit < smallestShared;
}

/**
 * Too much: the free hits of every node but the last to ask; twice, when it begins to count anew meanwhile. Two nodes: a twentieth.
 * Many: one hit each, since a write for each first hit would cost them more. Too little, until it is given back: a batch less
 * one of every other node.
 */
export function precisionFor(limit: number, nodes: number): Precision {
  if (isExact(limit)) return { free: 0, batch: 1 };
  const others = nodes > 2 ? nodes - 1 : 1;
  const free = whole(limit, smallestShared * others);
  return { free: free > 1 ? free : 1, batch: whole(limit, smallestShared / 2) };
}

/** Less at a time as less is left, so that the last hits are not lying about where nobody asks for them. */
export function batchOf(batch: number, left: number, nodes: number): number {
  const share = whole(left, 2 * nodes);
  if (share < 1) return 1;
  return share < batch ? share : batch;
}
