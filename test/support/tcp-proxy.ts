import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

type Mood = "open" | "cut" | "silent";

/** A wire between a server and its database that a test can spoil. */
export interface TcpProxy {
  readonly port: number;
  /** Ends every connection and refuses new ones. */
  cut(): void;
  /** Keeps every connection, takes new ones, and passes nothing on, in either direction. What is sent now is lost for good. */
  silence(): void;
  /** Passes everything on after so many milliseconds. */
  slow(milliseconds: number): void;
  /** As at the beginning. */
  mend(): void;
  stop(): Promise<void>;
}

/** Stands before `127.0.0.1:target`. */
export async function tcpProxy(target: number): Promise<TcpProxy> {
  let mood: Mood = "open";
  let delay = 0;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => {}).on("close", () => sockets.delete(socket));
  };
  const forward = (from: Socket, to: Socket) => {
    let before: Promise<unknown> = Promise.resolve();
    from.on("data", (chunk) => {
      if (mood === "silent") return;
      const due = delay > 0 ? sleep(delay) : undefined;
      before = Promise.all([before, due]).then(() => to.write(chunk));
    });
    from.on("close", () => to.destroy());
  };
  const server = createServer((near) => {
    keep(near);
    if (mood === "cut") {
      near.resetAndDestroy();
      return;
    }
    const far = connect(target, "127.0.0.1");
    keep(far);
    forward(near, far);
    forward(far, near);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  const drop = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    port: address.port,
    cut: () => {
      mood = "cut";
      drop();
    },
    silence: () => {
      mood = "silent";
    },
    slow: (milliseconds) => {
      delay = milliseconds;
    },
    mend: () => {
      mood = "open";
      delay = 0;
    },
    stop: async () => {
      server.close();
      drop();
      await once(server, "close");
    },
  };
}
