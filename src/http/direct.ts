import type { IncomingMessage, ServerResponse } from "node:http";
import type { CatalogueError } from "../errors/catalogue-error.ts";
import type { Family } from "../errors/definition.ts";
import type { Answer, AnyAnswer, ProgramEndpoint } from "../web/call.ts";
import { openHeaders } from "../web/cors.ts";
import { reportFailure } from "../web/failure.ts";
import { hungUpStatus, isClientGone } from "./client-gone.ts";
import { DirectCall, headerOf } from "./direct-call.ts";
import { programAnswer, programError } from "./error-response.ts";
import { noteFinished } from "./finished.ts";
import type { Metrics } from "./metrics.ts";
import { clientAddress } from "./middleware/client-ip.ts";
import { withinPatience } from "./middleware/database-patience.ts";
import type { HalfSent } from "./middleware/half-sent.ts";
import { newRequestId, type RequestContextOptions } from "./middleware/request-context.ts";
import { takePlace } from "./middleware/shed.ts";
import { wireFamily } from "./paths.ts";
import type { Pressure } from "./pressure.ts";

export interface DirectOptions extends RequestContextOptions {
  readonly endpoints: readonly ProgramEndpoint[];
  readonly pressure: Pressure;
  readonly halfSent: HalfSent;
  readonly metrics: Metrics;
}

interface Route extends ProgramEndpoint {
  readonly family: Family;
  readonly open: Readonly<Record<string, string>>;
}

/** What applications ask again and again, just as they ask it. */
const frequent = [
  "POST /oauth/token",
  "POST /oauth/introspect",
  "POST /oauth/revoke",
  "GET /api/user",
  "GET /api/user/details",
];

/** Bytes; what is longer, or in chunks, is read with more care. */
const bodyLimit = 32 * 1024;

function isPlain(incoming: IncomingMessage): boolean {
  if (headerOf(incoming, "transfer-encoding") !== undefined) return false;
  const length = headerOf(incoming, "content-length");
  return incoming.method === "GET" ? length === undefined : Number(length ?? Number.NaN) <= bodyLimit;
}

/**
 * Takes the most frequent requests past Hono, which costs each of them 30 µs (ADR 11); false for any other. All that
 * stands around a program's endpoint in app.ts is called here too, in the same order; nothing is decided here.
 */
export function directly(
  options: DirectOptions,
): (incoming: IncomingMessage, outgoing: ServerResponse) => boolean {
  const routes = new Map<string, Route>();
  for (const name of frequent) {
    const endpoint = options.endpoints.find(({ path }) => name.endsWith(` ${path}`));
    const family = endpoint && wireFamily(endpoint.path);
    if (family) routes.set(name, { ...endpoint, family, open: openHeaders(endpoint.path) });
  }
  return (incoming, outgoing) => {
    const route = routes.get(`${incoming.method} ${incoming.url}`);
    if (!(route && isPlain(incoming))) return false;
    serve(route, incoming, outgoing, options).catch((err: unknown) => {
      options.logFor(newRequestId(options.site.entropy)).error({ err }, "an answer could not be sent");
      outgoing.destroy();
    });
    return true;
  };
}

async function serve(
  route: Route,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { site, trustedProxies, logFor, pressure, halfSent, metrics }: DirectOptions,
): Promise<void> {
  const began = performance.now();
  const requestId = newRequestId(site.entropy);
  const log = logFor(requestId);
  const forwardedFor = trustedProxies ? headerOf(incoming, "x-forwarded-for") : undefined;
  const clientIp = clientAddress(incoming.socket.remoteAddress, forwardedFor, trustedProxies);
  const told = { "X-Request-Id": requestId, ...route.open };
  const call = new DirectCall(incoming, { site, requestId, log, clientIp }, told);
  let status: number = hungUpStatus;
  let failure: CatalogueError | undefined;
  let arrived = () => {};
  try {
    arrived = halfSent(incoming, clientIp, route.path);
    const leave = takePlace(pressure, route.path);
    const answered = await withinPatience(() => route.serve(call)).finally(leave);
    status = send(outgoing, call, whole(answered));
  } catch (thrown) {
    if (!isClientGone(incoming)) {
      failure = programError(thrown, route.family);
      reportFailure(call, failure);
      status = send(outgoing, call, programAnswer(failure, call));
    }
  }
  arrived();
  const seconds = (performance.now() - began) / 1000;
  noteFinished({ method: call.method, route: route.path, status, seconds, failure }, metrics, log);
}

/** None of the frequent requests is answered by a stream: those are for what is asked for now and then. */
function whole(answered: AnyAnswer): Answer {
  if (typeof answered.body !== "string") throw new TypeError("A stream goes the long way.");
  return answered as Answer;
}

function send(outgoing: ServerResponse, { told }: DirectCall, { status, headers, body }: Answer): number {
  const length = Buffer.byteLength(body);
  // `told` is this request's own: it may grow.
  outgoing.writeHead(status, Object.assign(told, headers, { "Content-Length": length }));
  // What is all ASCII leaves without being encoded.
  outgoing.end(body, length === body.length ? "latin1" : "utf8");
  return status;
}
