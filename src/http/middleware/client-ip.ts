import { type BlockList, isIP } from "node:net";

function trusts(proxies: BlockList, address: string): boolean {
  const version = isIP(address);
  return version !== 0 && proxies.check(address, version === 4 ? "ipv4" : "ipv6");
}

/** Takes off the IPv4-mapped form that dual-stack sockets give. */
function plain(address: string): string {
  return address.startsWith("::ffff:") && isIP(address.slice(7)) === 4 ? address.slice(7) : address;
}

/** Whether the socket's peer is a proxy whose forwarded headers count. */
export function isTrusted(peer: string | undefined, proxies: BlockList | null): boolean {
  return peer !== undefined && proxies !== null && trusts(proxies, plain(peer));
}

/**
 * The address that the outermost trusted proxy saw: `X-Forwarded-For` is read from the right for as long as the hop that
 * wrote an entry is trusted, and not at all when the socket's peer is not.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  proxies: BlockList | null,
): string {
  let address = plain(peer ?? "0.0.0.0");
  if (!proxies) return address;
  const hops = (forwardedFor ?? "").split(",").map((hop) => plain(hop.trim()));
  while (trusts(proxies, address)) {
    const hop = hops.pop();
    if (hop === undefined || isIP(hop) === 0) break;
    address = hop;
  }
  return address;
}
