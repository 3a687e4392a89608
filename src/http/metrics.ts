import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { CatalogueError } from "../errors/catalogue-error.ts";
import { durationsByRoute } from "./durations.ts";

/** One finished request; every member comes from a fixed list, never from the client. */
export interface Finished {
  readonly method: string;
  /** The pattern that answered, or "unmatched". */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
  readonly failure: CatalogueError | undefined;
}

/** Figures that are read when somebody asks for them. */
export interface Gauges {
  readonly mailsWaiting: () => Promise<number>;
  readonly databaseBytes: () => number;
  readonly requestsUnderWay: () => number;
}

export interface Metrics {
  readonly contentType: string;
  count(finished: Finished): void;
  purged(rows: number): void;
  text(): Promise<string>;
}

const methods = new Set(["GET", "HEAD", "POST", "PATCH", "PUT", "DELETE", "OPTIONS"]);

function gauge(
  registers: Registry[],
  name: string,
  help: string,
  read: () => number | Promise<number>,
): void {
  const made: Gauge = new Gauge({
    name,
    help,
    registers,
    collect: async (): Promise<void> => made.set(await read()),
  });
}

/** Of one route: answers of one method and status. */
interface Answers {
  readonly method: string;
  readonly status: number;
  count: number;
}

/** Counts by itself and tells prom-client only when somebody asks: its labels are hashed anew at each count. */
function createTally() {
  const byRoute = new Map<string, Answers[]>();
  return {
    count(method: string, route: string, status: number): void {
      const answers = byRoute.get(route) ?? [];
      if (answers.length === 0) byRoute.set(route, answers);
      const known = answers.find((one) => one.status === status && one.method === method);
      if (known) known.count += 1;
      else answers.push({ method, status, count: 1 });
    },
    hand(counter: Counter): void {
      for (const [route, answers] of byRoute)
        for (const { method, status, count } of answers) counter.inc({ method, route, status }, count);
      byRoute.clear();
    },
  };
}

/** Prometheus metrics of this process. */
export function createMetrics(gauges: Gauges): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const tally = createTally();
  const requests: Counter = new Counter({
    name: "http_requests_total",
    help: "Requests answered",
    labelNames: ["method", "route", "status"],
    registers,
    collect: () => tally.hand(requests),
  });
  const errors = new Counter({
    name: "errors_total",
    help: "Errors of the catalogue answered",
    labelNames: ["family", "code", "reason"],
    registers,
  });
  const took = durationsByRoute(
    "http_request_duration_seconds",
    "Time from the request's headers to the answer",
    registry,
  );
  const purgedRows = new Counter({ name: "purged_rows_total", help: "Expired rows deleted", registers });
  gauge(registers, "http_requests_under_way", "Requests not answered yet", gauges.requestsUnderWay);
  gauge(registers, "mails_waiting", "Mails in the queue", gauges.mailsWaiting);
  gauge(registers, "database_bytes", "Size of the database on disk", gauges.databaseBytes);
  return {
    contentType: registry.contentType,
    count({ method, route, status, seconds, failure }) {
      tally.count(methods.has(method) ? method : "other", route, status);
      took(route, seconds);
      if (failure) errors.inc({ family: failure.family, code: failure.code, reason: failure.reason });
    },
    purged: (rows) => purgedRows.inc(rows),
    text: () => registry.metrics(),
  };
}
