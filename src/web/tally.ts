/** Milliseconds: an answer that took no longer than one of these is counted there, one that took longer under `more`. */
export const latencyBounds = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000] as const;

/** What is counted by the hour. */
export type TallyName = "sign_in" | "token" | `latency.${(typeof latencyBounds)[number] | "more"}`;

/** Counts one. Costs nothing worth a thought; what it counts reaches the database some seconds later. */
export type Tally = (name: TallyName) => void;

const latencies = latencyBounds.map((bound) => [bound, `latency.${bound}`] as const);

export function latencyName(milliseconds: number): TallyName {
  for (const [bound, name] of latencies) if (milliseconds <= bound) return name;
  return "latency.more";
}
