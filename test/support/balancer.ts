import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { freePort } from "./free-port.ts";
import { type ServerOptions, startServer, type TestServer } from "./server.ts";

/** Several nodes on one database behind one address: no two requests in a row go to the same one. */
export interface Cluster {
  /** As a client sees it: `origin` is the balancer's. */
  readonly server: TestServer;
  readonly nodes: readonly TestServer[];
  stop(): Promise<void>;
}

function pass(port: number, agent: Agent, from: IncomingMessage, to: ServerResponse): void {
  const { method, url, headers } = from;
  const onward = request({ host: "127.0.0.1", port, method, path: url, headers, agent }, (answer) => {
    to.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    answer.pipe(to);
  });
  onward.on("error", () => (to.headersSent ? to.destroy() : to.writeHead(502).end()));
  from.pipe(onward);
}

export async function startCluster(count: number, options: ServerOptions = {}): Promise<Cluster> {
  const port = await freePort();
  const env = { ...options.env, ISSUER: `http://localhost:${port}` };
  const first = await startServer({ ...options, env, alone: true });
  const others = await Promise.all(
    Array.from({ length: count - 1 }, () => startServer({ ...options, env, nodeOf: first })),
  );
  const nodes = [first, ...others];
  const agent = new Agent({ keepAlive: true });
  let turn = 0;
  const balancer = createServer((from, to) => {
    const node = nodes[turn++ % nodes.length] ?? first;
    pass(node.port, agent, from, to);
  });
  balancer.listen(port, "localhost");
  await once(balancer, "listening");
  return {
    server: first,
    nodes,
    stop: async () => {
      balancer.closeAllConnections();
      balancer.close();
      agent.destroy();
      await Promise.all(others.map((node) => node.stop()));
      await first.stop();
    },
  };
}
