import { latencyName, type Tally } from "../web/tally.ts";
import type { Metrics } from "./metrics.ts";

/** Probes, files and what nobody listens to say nothing of how the service does. */
const uncounted = /^(\/(health|livez|readyz|metrics)$|\/assets\/|unmatched$)/;

/** Metrics that also add to what administrators look at. */
export function tallied(metrics: Metrics, tally: Tally): Metrics {
  const isCounted = new Map<string, boolean>();
  return {
    ...metrics,
    count: (finished) => {
      metrics.count(finished);
      const { route, status, seconds } = finished;
      const counted = isCounted.get(route) ?? !uncounted.test(route);
      isCounted.set(route, counted);
      if (!counted) return;
      tally(latencyName(seconds * 1000));
      if (route === "/oauth/token" && status === 200) tally("token");
    },
  };
}
