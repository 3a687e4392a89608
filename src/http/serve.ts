import { createServer, type Server } from "node:http";
import { BlockList, type Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { ipKey } from "../identity/rate-limit-key.ts";
import type { AppEnv } from "../web/context.ts";
import type { directly } from "./direct.ts";
import { isTrusted } from "./middleware/client-ip.ts";
import { mendRequestLine } from "./request-line.ts";

/** A server that listens. */
export interface Listening {
  /**
   * Takes nothing new, answers what was accepted, and resolves when the last connection is closed; after `patience`
   * milliseconds the rest is cut off.
   */
  stop(patience: number): Promise<void>;
}

/** What a connection may take, and how many there may be. */
export interface Bounds {
  /** Milliseconds until the whole of a request has arrived; enough for a picture over a slow telephone. */
  readonly requestTimeout: number;
  readonly connectionsPerAddress: number;
  /** Addresses with connections of many people: trusted proxies, and this machine. */
  readonly isShared: (address: string) => boolean;
}

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

export function usualBounds(trustedProxies: BlockList | null): Bounds {
  const isShared = (address: string) => isTrusted(address, loopback) || isTrusted(address, trustedProxies);
  return { requestTimeout: 60_000, connectionsPerAddress: 1_000, isShared };
}

/** Whoever opens connections and says nothing takes their own share of them and not everybody's. */
function boundConnections(server: Server, { connectionsPerAddress, isShared }: Bounds): void {
  const open = new Map<string, number>();
  server.on("connection", (socket: Socket) => {
    const { remoteAddress } = socket;
    if (remoteAddress === undefined || isShared(remoteAddress)) return;
    const key = ipKey(remoteAddress);
    const count = (open.get(key) ?? 0) + 1;
    if (count > connectionsPerAddress) {
      socket.destroy();
      return;
    }
    open.set(key, count);
    socket.once("close", () => {
      const left = (open.get(key) ?? 1) - 1;
      if (left > 0) open.set(key, left);
      else open.delete(key);
    });
  });
}

/** Bounds of one connection: slow headers and bodies, idle ones, and how many there may be at all. */
function bound(server: Server, bounds: Bounds): void {
  boundConnections(server, bounds);
  server.headersTimeout = Math.min(10_000, bounds.requestTimeout / 2);
  server.requestTimeout = bounds.requestTimeout;
  server.keepAliveTimeout = 65_000;
  server.maxHeadersCount = 100;
  server.maxConnections = 10_000;
}

function explained(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === "EADDRINUSE")
    return new Error(
      `PORT ${port} is in use by another process: choose another, for example PORT=${port + 1}.`,
    );
  if (error.code === "EACCES")
    return new Error(
      `PORT ${port} may not be used by this user: choose one above 1023, for example PORT=3000.`,
    );
  return new Error(`HOST ${host} with PORT ${port} cannot be listened on (${error.code}).`);
}

async function stop(server: Server, patience: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection that just finished its answer is idle from then on, and would be kept alive for a minute.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
}

/** What may be given to `listen`. */
export interface ListenOptions {
  /** What it does not take goes to the application. */
  readonly direct?: ReturnType<typeof directly>;
  readonly bounds?: Bounds;
}

/** Listens; rejects with one line for the operator when it cannot. */
export function listen(
  app: Hono<AppEnv>,
  port: number,
  host: string,
  { direct = () => false, bounds = usualBounds(null) }: ListenOptions = {},
): Promise<Listening> {
  const throughHono = getRequestListener(app.fetch);
  // How often Node looks whether a request has taken too long.
  const connectionsCheckingInterval = Math.min(5_000, bounds.requestTimeout / 4);
  // A request that announces no body has no stream that begins and ends: 10 µs of those that `GET /api/user` takes.
  const options = { connectionsCheckingInterval, optimizeEmptyRequests: true };
  const server = createServer(options, (incoming, outgoing) => {
    if (direct(incoming, outgoing)) return;
    mendRequestLine(incoming);
    void throughHono(incoming, outgoing);
  });
  bound(server, bounds);
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(explained(error, port, host)));
    server.listen(port, host, () => resolve({ stop: (patience) => stop(server, patience) }));
  });
}
