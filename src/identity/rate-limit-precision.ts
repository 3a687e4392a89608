/** How a node spends a limit that it shares with others. */
export interface Precision {
  /** Hits in a window that a node allows before it asks the others' count: who calls seldom costs the database nothing. */
  readonly free: number;
  /** Hits that it takes from the limit at a time; those it does not spend are missing elsewhere until it gives them back. */
  readonly batch: number;
}

/** Of the limit, by which what all nodes allow together may be off; for each direction. */
const twentieth = 20;

function whole(part: number, by: number): number {
  return (part - (part % by)) / by;
}

/**
 * At most a twentieth too much: of the nodes that are not the last to ask, each may have spent its free hits twice, before and
 * after it began to count anew. At most a twentieth too little: each may hold a batch of which it spent one. Small limits,
 * and all when there are many nodes, come out as exact: nothing free, one at a time.
 */
export function precisionFor(limit: number, nodes: number): Precision {
  const others = nodes > 2 ? nodes - 1 : 1;
  const batch = whole(limit, twentieth * others);
  return { free: whole(limit, 2 * twentieth * others), batch: batch > 1 ? batch : 1 };
}

/** So small that no node may spend a hit of it untold, however few nodes there are. */
export function isExact(limit: number): boolean {
  return precisionFor(limit, 2).batch === 1;
}
