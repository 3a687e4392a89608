import type { IncomingMessage } from "node:http";
import type { MiddlewareHandler } from "hono";
import { apiError, type CatalogueError, oauthError } from "../../errors/catalogue-error.ts";
import { ipKey } from "../../identity/rate-limit-key.ts";
import type { AppEnv } from "../../web/context.ts";

function isHalfSent(incoming: IncomingMessage): boolean {
  return !incoming.complete && !incoming.destroyed;
}

function keyOf(ip: string): string {
  return ip.includes(":") ? ipKey(ip) : ip;
}

function refusal(path: string): CatalogueError {
  // What holds the places is cut off by then.
  const extras = { retryAfter: 60, headers: { Connection: "close" } };
  return path.startsWith("/oauth/")
    ? oauthError("temporarily_unavailable", "rate_limited", {}, extras)
    : apiError("rate_limit_exceeded", "rate_limited", {}, extras);
}

/** Whether one more may come; those that have arrived meanwhile and are being answered count no more. */
function hasRoom(own: Set<IncomingMessage>, most: number): boolean {
  if (own.size < most) return true;
  for (const one of own) if (!isHalfSent(one)) own.delete(one);
  return own.size < most;
}

/** Takes a place for a request, to be left when it is answered; throws when its address has too many half-sent ones. */
export type HalfSent = (incoming: IncomingMessage, ip: string, path: string) => () => void;

const nothing = () => {};

/**
 * One address has at most `most` requests under way whose body has not arrived: whoever sends many of them slowly, or never
 * to their end, takes their own places and not everybody's.
 */
export function createHalfSent(most: number): HalfSent {
  const underWay = new Map<string, Set<IncomingMessage>>();
  return (incoming, ip, path) => {
    if (incoming.method === "GET" || !isHalfSent(incoming)) return nothing;
    const key = keyOf(ip);
    const own = underWay.get(key) ?? new Set();
    if (!hasRoom(own, most)) throw refusal(path);
    underWay.set(key, own.add(incoming));
    return () => {
      own.delete(incoming);
      if (own.size === 0 && underWay.get(key) === own) underWay.delete(key);
    };
  };
}

export function boundHalfSent(halfSent: HalfSent): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const incoming = c.env?.incoming;
    const leave = incoming ? halfSent(incoming, c.get("clientIp"), c.req.path) : nothing;
    try {
      await next();
    } finally {
      leave();
    }
  };
}
