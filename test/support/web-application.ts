import { createServer } from "node:http";
import { freePort } from "./free-port.ts";

/** The web page of an application: any path answers a blank document of its origin. */
export interface WebApplication {
  readonly origin: string;
  /** Parameters of each request to `/callback`, in order. */
  readonly callbacks: readonly URLSearchParams[];
  stop(): Promise<void>;
}

export async function startWebApplication(): Promise<WebApplication> {
  const callbacks: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://application.invalid");
    if (url.pathname === "/callback") callbacks.push(url.searchParams);
    response.setHeader("Content-Type", "text/html").end("<!doctype html><title>Application</title>");
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${port}`,
    callbacks,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
