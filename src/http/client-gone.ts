import type { IncomingMessage } from "node:http";
import { catalogue } from "../errors/catalogue.ts";

/** The client hung up in the middle of its request: what fails then is nobody's fault here, and nobody reads the answer. */
export function isClientGone(incoming: Pick<IncomingMessage, "destroyed" | "complete"> | undefined): boolean {
  return incoming !== undefined && incoming.destroyed && !incoming.complete;
}

/** How such a request is counted. */
export const hungUpStatus = catalogue.oauth.invalid_request.status;
