import type { Handler } from "hono";
import { oauthError } from "../../errors/catalogue-error.ts";
import type { Admission } from "../../protocol/client-authentication/authenticate.ts";
import type { ClientRequest } from "../../protocol/client-request/client-request.ts";
import { newTrace, type RequestTrace } from "../../protocol/request-trace.ts";
import { answer } from "../../web/answer.ts";
import { mediaType, readBytes } from "../../web/body.ts";
import type { AppContext, AppEnv, Site } from "../../web/context.ts";
import { withinClientLimits } from "./client-limits.ts";

/** What the protocol needs of one request, in one object. */
export interface ClientDesk extends Site {
  readonly admit: Admission;
}

export interface ClientEndpoint {
  readonly name: "token" | "revoke" | "introspect";
  /** Answers during maintenance too. */
  readonly staysUp: boolean;
  /** Resolves to the JSON of the answer. */
  answer(request: ClientRequest, desk: ClientDesk): Promise<string>;
}

function clientRequest(c: AppContext, trace: RequestTrace): ClientRequest {
  const { raw } = c.req;
  return {
    mediaType: mediaType(raw),
    queryNames: Object.keys(c.req.queries()),
    authorization: c.req.header("authorization"),
    trace,
    body: (limit) => readBytes(raw, limit),
  };
}

async function outsideMaintenance({ maintenance }: Site): Promise<void> {
  const announced = await maintenance();
  if (!announced) return;
  throw oauthError("temporarily_unavailable", "maintenance", {}, { retryAfter: announced.retryAfter });
}

/** Serves an endpoint that applications call by POST: JSON whatever `Accept` says, never cached, no cookie read or set. */
export function serveClientEndpoint({ name, staysUp, answer: answerTo }: ClientEndpoint): Handler<AppEnv> {
  return async (c) => {
    const trace = newTrace(name);
    c.set("trace", trace);
    if (c.req.method !== "POST")
      throw oauthError("invalid_request", "method_not_allowed", { allowed: "POST" });
    const site = c.get("site");
    if (!staysUp) await outsideMaintenance(site);
    const body = await withinClientLimits(c, (admit) =>
      answerTo(clientRequest(c, trace), { ...site, admit }),
    );
    return answer(c, body, 200, {
      "Content-Type": "application/json",
      "Cache-Control": "no-store",
      Pragma: "no-cache",
    });
  };
}
