import { Hono } from "hono";
import { catalogue } from "../errors/catalogue.ts";
import { apiError } from "../errors/catalogue-error.ts";
import { sameHash, sha256 } from "../protocol/hash.ts";
import { answer } from "../web/answer.ts";
import type { AppContext, AppEnv } from "../web/context.ts";
import type { Maintenance } from "../web/maintenance.ts";
import type { Metrics } from "./metrics.ts";
import type { Readiness } from "./readiness.ts";

export interface HealthOptions {
  readonly readiness: Readiness;
  readonly metrics: Metrics;
  readonly metricsToken: string | null;
}

const { status: unavailable, reasons } = catalogue.api.service_unavailable;
const never = { "Cache-Control": "no-store" };
const later = { ...never, "Retry-After": String(reasons.database_unavailable.retryAfter) };

function stateOf(maintenance: Maintenance | undefined): "off" | "on" | "read-only" {
  if (!maintenance) return "off";
  return maintenance.readOnly ? "read-only" : "on";
}

function report(c: AppContext, ok: boolean, body: Readonly<Record<string, unknown>>): Response {
  const text = JSON.stringify({ status: ok ? "ok" : "unavailable", ...body });
  const headers = { ...(ok ? never : later), "Content-Type": "application/json" };
  return answer(c, text, ok ? 200 : unavailable, headers);
}

/** In production only with the token, and without one there is nothing to be seen. */
function admitToMetrics(c: AppContext, token: string | null): void {
  if (token === null) {
    if (c.get("site").development) return;
    throw apiError("resource_not_found", "path_unknown");
  }
  const header = c.req.header("authorization");
  if (header === undefined) throw apiError("unauthenticated", "token_missing");
  const presented = /^Bearer ([!-~]+)$/i.exec(header)?.[1] ?? "";
  if (!sameHash(sha256(presented), sha256(token))) throw apiError("token_invalid", "token_unknown");
}

/**
 * What operators' probes ask. `/livez`: the process turns. `/readyz`: send requests here, maintenance included.
 * `/health`: the same, with each check.
 */
export function healthRoutes({ readiness, metrics, metricsToken }: HealthOptions): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/livez", (c) => report(c, true, {}))
    .get("/readyz", async (c) => report(c, (await readiness.look()).ok, {}))
    .get("/health", async (c) => {
      const { ok, checks } = await readiness.look();
      const maintenance = await c.get("site").maintenance();
      return report(c, ok, { maintenance: stateOf(maintenance), checks });
    })
    .get("/metrics", async (c) => {
      admitToMetrics(c, metricsToken);
      return answer(c, await metrics.text(), 200, { ...never, "Content-Type": metrics.contentType });
    });
}
