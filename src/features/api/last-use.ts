import type { Instant } from "../../storage/port/time.ts";
import type { Permitted } from "./endpoint.ts";

const minute = 60_000;
const remembered = 10_000;

/**
 * Keeps "last used" of a connected application true to the minute without a write for each request: beside the
 * answer, never before it. Beyond 10,000 pairs in one minute the oldest are written a little more often.
 */
export function lastUse(): (request: Permitted) => void {
  const touched = new Map<string, Instant>();
  return ({ c, access, user }) => {
    const { storage, clock } = c.var.site;
    const now = clock();
    const pair = `${user.id} ${access.client.id}`;
    if (now < (touched.get(pair) ?? 0) + minute) return;
    touched.delete(pair);
    touched.set(pair, now);
    const [oldest] = touched.keys();
    if (touched.size > remembered && oldest !== undefined) touched.delete(oldest);
    const { log } = c.var;
    storage
      .write(({ consents }) => consents.touch(user.id, access.client.id, now))
      .catch((err: unknown) => log.warn({ err }, "the last use of an application was not stored"));
  };
}
