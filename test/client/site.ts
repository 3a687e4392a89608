import { createServer } from "node:http";
import { freePort } from "../support/free-port.ts";

/** A website of one page with one script. */
export interface Site {
  readonly origin: string;
  /** What `/script.js` is from now on. */
  publish(script: string): void;
  stop(): Promise<void>;
}

export async function startSite(): Promise<Site> {
  let script = "";
  const page = '<!doctype html><html lang="en"><title>Shop</title><div id="root"></div>';
  const server = createServer((request, response) => {
    if (request.url === "/script.js") response.setHeader("Content-Type", "text/javascript").end(script);
    else
      response
        .setHeader("Content-Type", "text/html")
        .end(`${page}<script type="module" src="/script.js"></script></html>`);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    origin: `http://localhost:${port}`,
    publish: (text) => {
      script = text;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
