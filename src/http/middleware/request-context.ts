import type { BlockList } from "node:net";
import { isIP } from "node:net";
import type { MiddlewareHandler } from "hono";
import type { AppContext, AppEnv, RequestLog, Site } from "../../web/context.ts";
import { requestLocale } from "../../web/locale.ts";

export interface RequestContextOptions {
  readonly site: Site;
  readonly trustedProxies: BlockList | null;
  readonly logFor: (requestId: string) => RequestLog;
}

function trusts(proxies: BlockList, address: string): boolean {
  const version = isIP(address);
  return version !== 0 && proxies.check(address, version === 4 ? "ipv4" : "ipv6");
}

/** Takes off the IPv4-mapped form that dual-stack sockets give. */
function plain(address: string): string {
  return address.startsWith("::ffff:") && isIP(address.slice(7)) === 4 ? address.slice(7) : address;
}

/**
 * The address that the outermost trusted proxy saw: `X-Forwarded-For` is read from the right for as long as the hop that
 * wrote an entry is trusted, and not at all when the socket's peer is not.
 */
function clientIp(c: AppContext, proxies: BlockList | null): string {
  let address = plain(c.env?.incoming?.socket?.remoteAddress ?? "0.0.0.0");
  if (!proxies) return address;
  const hops = (c.req.header("x-forwarded-for") ?? "").split(",").map((hop) => plain(hop.trim()));
  while (trusts(proxies, address)) {
    const hop = hops.pop();
    if (hop === undefined || isIP(hop) === 0) break;
    address = hop;
  }
  return address;
}

/** Gives each request its id, log, address and language, and puts the id on the answer. */
export function requestContext(options: RequestContextOptions): MiddlewareHandler<AppEnv> {
  const { site } = options;
  return async (c, next) => {
    const requestId = Buffer.from(site.entropy(16)).toString("hex");
    c.set("site", site);
    c.set("requestId", requestId);
    c.set("log", options.logFor(requestId));
    c.set("clientIp", clientIp(c, options.trustedProxies));
    c.header("X-Request-Id", requestId);
    c.set("locale", requestLocale(c));
    await next();
  };
}
