import { randomInt } from "node:crypto";
import { createServer } from "node:net";

function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

const [lowest, highest, shares] = [10_000, 32_000, 8];
const share = Math.floor((highest - lowest) / shares);
/** Each worker's own, so that no other takes a port in the second until its server listens. */
const first = lowest + share * (Number(process.env["VITEST_POOL_ID"] ?? 0) % shares);

/**
 * A port of 127.0.0.1 that nobody listens on. Below the range from which systems take the ports of outgoing connections:
 * else some client of another test may hold it by the time a server wants it.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const port = randomInt(first, first + share);
    if (await isFree(port)) return port;
  }
  throw new Error("No port is free");
}
