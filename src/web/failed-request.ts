import type { CatalogueError } from "../errors/catalogue-error.ts";
import { ipKey } from "../identity/rate-limit-key.ts";
import { parseBasic } from "../protocol/client-authentication/basic.ts";
import { unknownName } from "../protocol/client-request/client-request.ts";
import { keptNames, otherName } from "../protocol/received/names.ts";
import { withoutValues } from "../protocol/received/redirect-uri.ts";
import { keptScopes } from "../protocol/received/scopes.ts";
import { isClientId } from "../protocol/registration/client-id.ts";
import { newTrace, type RequestTrace } from "../protocol/request-trace.ts";
import type { Failure, FailureEndpoint } from "../storage/port/failures.ts";
import type { Asked } from "./call.ts";
import type { FailureFacts, NotedFailure } from "./failure-log.ts";

/** Where a request failed that was stopped before anything was known of it. */
function endpointOf(path: string): FailureEndpoint {
  const [, name] = /^\/oauth\/(authorize|token|revoke|introspect)$/.exec(path) ?? [];
  if (name !== undefined) return name as FailureEndpoint;
  return path.startsWith("/api/") ? "api" : "page";
}

function firstValue(trace: RequestTrace | undefined, wanted: string): string | undefined {
  for (const [name, value] of trace?.pairs ?? []) if (name === wanted && value !== "") return value;
  return undefined;
}

function basicClientId(authorization: string | undefined): string | undefined {
  if (authorization === undefined || !/^basic /i.test(authorization)) return undefined;
  try {
    return parseBasic(authorization).clientId;
  } catch {
    return undefined;
  }
}

/** The client that a request names which failed before anybody looked for it. */
function claimedClient(asked: Asked, trace: RequestTrace | undefined): string | undefined {
  const claimed =
    basicClientId(asked.header("authorization")) ??
    firstValue(trace, "client_id") ??
    asked.query("client_id");
  return isClientId(claimed) ? claimed : undefined;
}

function authenticationOf(asked: Asked, names: ReadonlySet<string>): Failure["authentication"] {
  const [scheme = ""] = (asked.header("authorization") ?? "").trim().toLowerCase().split(" ");
  if (names.has("client_assertion")) return "assertion";
  if (scheme === "basic") return names.has("client_secret") ? "several" : "basic";
  if (scheme === "bearer") return "bearer";
  if (scheme !== "") return "other";
  return names.has("client_secret") ? "post" : "none";
}

/** All of these are names that this server knows: a hint never holds what was received. */
function aboutOf({ parameters, extras }: CatalogueError): string | null {
  const named = parameters["parameter"] ?? parameters.scope ?? parameters["grant_type"];
  if (named !== undefined) return named === unknownName ? otherName : String(named);
  return extras.fields ? keptNames(Object.keys(extras.fields)).join(" ") : null;
}

/** What only this request could tell, else what the hint says of this server. */
function expectedOf({ parameters, extras: { expected } }: CatalogueError): string | null {
  if (expected === undefined) {
    const { expected: form, supported, allowed, limit } = parameters;
    const told = form ?? supported ?? allowed ?? limit;
    return told === undefined ? null : String(told);
  }
  return "scopes" in expected ? expected.scopes.join(" ") : withoutValues(expected.redirectUri);
}

function factsOf(asked: Asked, trace: RequestTrace, error: CatalogueError): FailureFacts {
  // What a person is asked on our pages in between has nothing to do with the application.
  const ours = trace.endpoint === "authorize";
  const names = new Set(ours ? [] : asked.queryNames());
  for (const [name] of trace.pairs) names.add(name);
  const redirectUri = firstValue(trace, "redirect_uri");
  const scopes =
    trace.scopes ?? (firstValue(trace, "scope") ?? "").split(" ").filter((scope) => scope !== "");
  return {
    authentication: ours ? null : authenticationOf(asked, names),
    parameters: keptNames(names),
    redirectUri: redirectUri === undefined ? null : withoutValues(redirectUri),
    scopes: keptScopes(scopes),
    about: aboutOf(error),
    expected: expectedOf(error),
  };
}

/** A request that failed, told so that nothing but an allow-list of facts can be kept of it. */
export function failedRequest(asked: Asked, error: CatalogueError): NotedFailure {
  const trace = asked.trace;
  const endpoint = trace?.endpoint ?? endpointOf(asked.path);
  return {
    endpoint,
    code: error.code,
    reason: error.reason,
    requestId: asked.requestId,
    clientId: trace && (trace.clientId ?? claimedClient(asked, trace)),
    proven: trace?.proven ?? false,
    source: ipKey(asked.clientIp),
    facts: () => factsOf(asked, trace ?? newTrace(endpoint), error),
  };
}
