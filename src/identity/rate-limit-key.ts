import { isIP, isIPv4 } from "node:net";

function hexGroups(part: string): string[] {
  return part === "" ? [] : part.split(":");
}

/** The eight groups of a valid IPv6 address, a dotted tail included. */
function groupsOf(address: string): number[] {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const pair = (high: string | undefined, low: string | undefined) =>
    (Number(high) * 256 + Number(low)).toString(16);
  const text = dotted ? `${dotted[1]}${pair(dotted[2], dotted[3])}:${pair(dotted[4], dotted[5])}` : address;
  const [head = "", tail] = text.split("::");
  const left = hexGroups(head);
  const right = tail === undefined ? [] : hexGroups(tail);
  const gap = Array.from({ length: 8 - left.length - right.length }, () => "0");
  return [...left, ...gap, ...right].map((group) => Number.parseInt(group, 16));
}

/**
 * What an address counts as below a limit: IPv4 by itself, also when mapped into IPv6; IPv6 by its /64, which is
 * what one subscriber gets. Everything that is no address shares one key.
 */
export function ipKey(ip: string): string {
  if (isIPv4(ip)) return ip;
  const [address = ""] = ip.split("%");
  const version = isIP(address);
  if (version === 4) return address;
  if (version === 0) return "unknown";
  const groups = groupsOf(address);
  const [, , , , , marker, high = 0, low = 0] = groups;
  if (marker === 0xffff && groups.slice(0, 5).every((group) => group === 0)) {
    return [high >> 8, high & 255, low >> 8, low & 255].join(".");
  }
  const network = groups.slice(0, 4).map((group) => group.toString(16));
  return `${network.join(":")}::/64`;
}
