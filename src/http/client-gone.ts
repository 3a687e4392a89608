import type { IncomingMessage } from "node:http";
import { catalogue } from "../errors/catalogue.ts";

/**
 * The client hung up in the middle of its request: what fails then is nobody's fault here, and nobody reads the answer. Not by
 * `destroyed`, which a request without a body is from its start (`optimizeEmptyRequests` in serve.ts).
 */
export function isClientGone(
  incoming: Pick<IncomingMessage, "readableAborted" | "complete"> | undefined,
): boolean {
  return incoming !== undefined && incoming.readableAborted && !incoming.complete;
}

/** How such a request is counted. */
export const hungUpStatus = catalogue.oauth.invalid_request.status;
