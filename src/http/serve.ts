import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import type { AppEnv } from "../web/context.ts";
import type { directly } from "./direct.ts";
import { mendRequestLine } from "./request-line.ts";

/** A server that listens. */
export interface Listening {
  /**
   * Takes nothing new, answers what was accepted, and resolves when the last connection is closed; after `patience`
   * milliseconds the rest is cut off.
   */
  stop(patience: number): Promise<void>;
}

/** Bounds of one connection: slow headers and bodies, idle ones, and how many there may be at all. */
function bound(server: Server): void {
  server.headersTimeout = 10_000;
  server.requestTimeout = 20_000;
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

/** Listens; rejects with one line for the operator when it cannot. What `direct` does not take goes to `app`. */
export function listen(
  app: Hono<AppEnv>,
  port: number,
  host: string,
  direct: ReturnType<typeof directly> = () => false,
): Promise<Listening> {
  const throughHono = getRequestListener(app.fetch);
  const server = createServer((incoming, outgoing) => {
    if (direct(incoming, outgoing)) return;
    mendRequestLine(incoming);
    void throughHono(incoming, outgoing);
  });
  bound(server);
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(explained(error, port, host)));
    server.listen(port, host, () => resolve({ stop: (patience) => stop(server, patience) }));
  });
}
