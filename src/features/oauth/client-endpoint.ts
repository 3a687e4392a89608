import { oauthError } from "../../errors/catalogue-error.ts";
import type { Admission, Rehearsal } from "../../protocol/client-authentication/authenticate.ts";
import type { ClientRequest } from "../../protocol/client-request/client-request.ts";
import { newTrace, type RequestTrace } from "../../protocol/request-trace.ts";
import { mediaTypeOf } from "../../web/body.ts";
import type { Answer, Call } from "../../web/call.ts";
import type { Site } from "../../web/context.ts";
import { rehearsal, rehearsalHeader } from "../../web/rehearse.ts";
import { withinClientLimits } from "./client-limits.ts";

type Lent = Pick<Site, "storage" | "clock" | "bcrypt" | "entropy" | "ids" | "issuer">;

/** What the protocol needs of one request, in one object. */
export interface ClientDesk extends Lent {
  readonly admit: Admission;
  readonly rehearse: Rehearsal;
}

export interface ClientEndpoint {
  readonly name: "token" | "revoke" | "introspect";
  /** Answers during maintenance too; `reading`: only where what reads goes on. */
  readonly staysUp: boolean | "reading";
  /** Resolves to the JSON of the answer. */
  answer(request: ClientRequest, desk: ClientDesk): Promise<string>;
}

function clientRequest(call: Call, trace: RequestTrace): ClientRequest {
  return {
    mediaType: mediaTypeOf(call.header("content-type")),
    queryNames: call.queryNames(),
    authorization: call.header("authorization"),
    trace,
    body: (limit) => call.body(limit),
  };
}

const headers = { "Content-Type": "application/json", "Cache-Control": "no-store", Pragma: "no-cache" };

/** Named one by one: a copy of the whole site takes 1 µs. */
function lentBy({ storage, clock, bcrypt, entropy, ids, issuer }: Site): Lent {
  return { storage, clock, bcrypt, entropy, ids, issuer };
}

async function outsideMaintenance({ maintenance }: Site, staysUp: ClientEndpoint["staysUp"]): Promise<void> {
  const announced = staysUp === true ? undefined : await maintenance();
  if (!announced || (announced.readOnly && staysUp === "reading")) return;
  throw oauthError("temporarily_unavailable", "maintenance", {}, { retryAfter: announced.retryAfter });
}

function rehearsing(call: Call, endpoint: ClientEndpoint["name"], trace: RequestTrace): Rehearsal {
  return async (client) => {
    if (!client.test) return;
    const error = await rehearsal(call, client, endpoint, {
      wish: call.header(rehearsalHeader),
      proven: trace.proven,
      facts: { basicChallenge: call.header("authorization") !== undefined },
    });
    if (error) throw error;
  };
}

/** Serves an endpoint that applications call by POST: JSON whatever `Accept` says, never cached, no cookie read or set. */
export function serveClientEndpoint({
  name,
  staysUp,
  answer,
}: ClientEndpoint): (call: Call) => Promise<Answer> {
  return async (call) => {
    const trace = newTrace(name);
    call.trace = trace;
    if (call.method !== "POST")
      throw oauthError("invalid_request", "method_not_allowed", { allowed: "POST" });
    const { site } = call;
    await outsideMaintenance(site, staysUp);
    const body = await withinClientLimits(call, (admit) =>
      answer(clientRequest(call, trace), { ...lentBy(site), admit, rehearse: rehearsing(call, name, trace) }),
    );
    return { status: 200, headers, body };
  };
}
