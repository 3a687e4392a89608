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
import { type RequestContextOptions, requestIds } from "./middleware/request-context.ts";
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
  readonly method: string;
  readonly family: Family;
  readonly open: Readonly<Record<string, string>>;
}

/** What applications ask again and again, just as they ask it. */
const frequent = [
  ["/oauth/token", "POST"],
  ["/oauth/introspect", "POST"],
  ["/oauth/revoke", "POST"],
  ["/api/user", "GET"],
  ["/api/user/details", "GET"],
] as const;

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
  for (const [path, method] of frequent) {
    const endpoint = options.endpoints.find((one) => one.path === path);
    const family = wireFamily(path);
    if (endpoint && family) routes.set(path, { ...endpoint, method, family, open: openHeaders(path) });
  }
  const newRequestId = requestIds(options.site.entropy);
  return (incoming, outgoing) => {
    const route = routes.get(incoming.url ?? "");
    if (!(route && route.method === incoming.method && isPlain(incoming))) return false;
    const requestId = newRequestId();
    serve(route, requestId, incoming, outgoing, options).catch((err: unknown) => {
      options.logFor(requestId).error({ err }, "an answer could not be sent");
      outgoing.destroy();
    });
    return true;
  };
}

async function serve(
  route: Route,
  requestId: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  options: DirectOptions,
): Promise<void> {
  const began = performance.now();
  const { site, trustedProxies, halfSent, metrics } = options;
  const log = options.logFor(requestId);
  const forwardedFor = trustedProxies ? headerOf(incoming, "x-forwarded-for") : undefined;
  const clientIp = clientAddress(incoming.socket.remoteAddress, forwardedFor, trustedProxies);
  const call = new DirectCall(incoming, { site, requestId, log, clientIp }, route.open);
  let status: number = hungUpStatus;
  let failure: CatalogueError | undefined;
  let arrived = () => {};
  try {
    arrived = halfSent(incoming, clientIp, route.path);
    status = send(outgoing, call, whole(await answered(route, call, options.pressure)));
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

async function answered(route: Route, call: DirectCall, pressure: Pressure): Promise<AnyAnswer> {
  const leave = takePlace(pressure, route.path);
  try {
    return await withinPatience(() => route.serve(call));
  } finally {
    leave();
  }
}

/** None of the frequent requests is answered by a stream: those are for what is asked for now and then. */
function whole(answer: AnyAnswer): Answer {
  if (typeof answer.body !== "string") throw new TypeError("A stream goes the long way.");
  return answer as Answer;
}

function send(outgoing: ServerResponse, call: DirectCall, { status, headers, body }: Answer): number {
  const length = Buffer.byteLength(body);
  call.tell(headers);
  call.tell({ "Content-Length": String(length) });
  outgoing.writeHead(status, call.told as string[]);
  // What is all ASCII leaves without being encoded.
  outgoing.end(body, length === body.length ? "latin1" : "utf8");
  return status;
}
