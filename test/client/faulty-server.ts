import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** What happens to one request. */
export type Fault = (response: ServerResponse, socket: Socket, request: IncomingMessage) => void;

export interface FaultyServer {
  readonly origin: string;
  /** Faults for the next requests, in order; the last one stays. */
  behave(...faults: readonly Fault[]): void;
  /** When each request came, since `behave`. */
  readonly arrivals: readonly number[];
  stop(): Promise<void>;
}

/** A server that misbehaves on purpose, on a real socket. */
export async function startFaultyServer(): Promise<FaultyServer> {
  let script: readonly Fault[] = [];
  const arrivals: number[] = [];
  const server = createServer((request, response) => {
    arrivals.push(performance.now());
    request.resume();
    script[Math.min(arrivals.length, script.length) - 1]?.(response, request.socket, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    arrivals,
    behave: (...faults) => {
      script = faults;
      arrivals.length = 0;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const answer =
  (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Fault =>
  (response) => {
    response.writeHead(status, headers).end(body);
  };

export const reset: Fault = (_, socket) => {
  socket.resetAndDestroy();
};

/** Neither an answer nor an end. */
export const hang: Fault = () => undefined;

/** Headers at once, then a byte now and then for ever. */
export const drip: Fault = (response) => {
  response.writeHead(200, { "Content-Type": "application/json" }).write("{");
  const timer = setInterval(() => response.write(" "), 20);
  response.on("close", () => clearInterval(timer));
};

/** A good beginning, then a broken connection. */
export const cutOff: Fault = (response, socket) => {
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "1000" });
  response.write('{"id": 1, "na', () => socket.resetAndDestroy());
};

/** A body without an end. */
export const flood =
  (status: number): Fault =>
  (response) => {
    const chunk = "x".repeat(65_536);
    response.writeHead(status);
    const pour = () => {
      while (!response.destroyed && response.write(chunk));
      response.once("drain", pour);
    };
    pour();
  };
