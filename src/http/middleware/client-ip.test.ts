import { BlockList } from "node:net";
import { expect, it } from "vitest";
import { clientAddress, isTrusted } from "./client-ip.ts";

const proxies = new BlockList();
proxies.addSubnet("10.0.0.0", 8, "ipv4");
proxies.addAddress("2001:db8::1", "ipv6");

it.each([
  [
    "without trusted proxies the socket's peer, whatever is claimed",
    "192.0.2.1",
    "1.2.3.4",
    null,
    "192.0.2.1",
  ],
  ["from an untrusted peer nothing is believed", "192.0.2.1", "1.2.3.4", proxies, "192.0.2.1"],
  ["what the trusted proxy saw", "10.0.0.1", "203.0.113.7", proxies, "203.0.113.7"],
  ["not what the client claimed to the proxy", "10.0.0.1", "1.2.3.4, 203.0.113.7", proxies, "203.0.113.7"],
  ["through two trusted proxies", "10.0.0.1", "6.6.6.6, 203.0.113.7, 10.9.9.9", proxies, "203.0.113.7"],
  ["a trusted peer that says nothing", "10.0.0.1", undefined, proxies, "10.0.0.1"],
  ["nonsense ends the walk", "10.0.0.1", "203.0.113.7, unknown", proxies, "10.0.0.1"],
  ["an IPv4-mapped peer", "::ffff:10.0.0.1", "203.0.113.7", proxies, "203.0.113.7"],
  ["an IPv6 proxy and client", "2001:db8::1", "2001:db8:ffff::9", proxies, "2001:db8:ffff::9"],
  ["only trusted hops: the first of them", "10.0.0.1", "10.1.1.1, 10.2.2.2", proxies, "10.1.1.1"],
])("%s", (_name, peer, forwarded, list, expected) => {
  expect(clientAddress(peer, forwarded, list)).toBe(expected);
});

it("a peer is trusted by its range only", () => {
  expect(isTrusted("10.1.2.3", proxies)).toBe(true);
  expect(isTrusted("11.1.2.3", proxies)).toBe(false);
  expect(isTrusted("10.1.2.3", null)).toBe(false);
  expect(isTrusted(undefined, proxies)).toBe(false);
});
