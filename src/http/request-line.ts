import type { IncomingMessage } from "node:http";

const plainHost = /^[a-z0-9._-]+(?::[1-5]?\d{4})?$/;
const absolute = /^https?:\/\//;

/** A host that no issuer has: pages send on to the issuer from here, programs are answered as ever. */
const foreignHost = "invalid";

function usable(host: string): boolean {
  if (plainHost.test(host)) return true;
  const url = `http://${host}`;
  return URL.canParse(url) && new URL(url).host === host.toLowerCase().replace(/:80$/, "");
}

function target(url: string): string {
  if (url.startsWith("/")) return url.includes("\\") ? url.replaceAll("\\", "%5C") : url;
  if (absolute.test(url)) return URL.canParse(url) && !url.includes("\\") ? url : "/";
  return `/${url.replaceAll("\\", "%5C")}`;
}

/**
 * Targets and hosts that are no URL would be refused before the application with an empty answer; mended, they are
 * refused by the application, in words. Nothing is ever built from either.
 */
export function mendRequestLine(incoming: IncomingMessage): void {
  const { host } = incoming.headers;
  // HTTP/1.0 asks for none.
  if (host === undefined || !usable(host)) incoming.headers.host = foreignHost;
  incoming.url = target(incoming.url ?? "/");
}
