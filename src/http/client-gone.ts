import type { AppContext } from "../web/context.ts";

/** The client hung up in the middle of its request: what fails then is nobody's fault here, and nobody reads the answer. */
export function isClientGone(c: AppContext): boolean {
  const incoming = c.env?.incoming;
  return incoming !== undefined && incoming.destroyed && !incoming.complete;
}
