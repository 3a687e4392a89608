import { apiError, type CatalogueError, oauthError } from "../errors/catalogue-error.ts";
import {
  type RehearsalEndpoint,
  type RequestFacts,
  rehearsedError,
} from "../protocol/rehearsal/rehearsed-error.ts";
import { readWish } from "../protocol/rehearsal/wish.ts";
import type { Client } from "../storage/port/clients.ts";
import type { Asked } from "./call.ts";

/** The header (of any case) by which a test application asks for an error; at the authorization endpoint, where people go, a parameter. */
export const rehearsalHeader = "mubarokah-rehearse";
export const rehearsalParameter = "rehearse";

function refused(endpoint: RehearsalEndpoint): {
  readonly unknown: CatalogueError;
  readonly busy: CatalogueError;
} {
  return endpoint === "api"
    ? {
        unknown: apiError("validation_error", "rehearsal_unknown"),
        busy: apiError("service_unavailable", "rehearsals_busy"),
      }
    : {
        unknown: oauthError("invalid_request", "rehearsal_unknown"),
        busy: oauthError("temporarily_unavailable", "rehearsals_busy"),
      };
}

/** What a request brings beside its application. */
export interface AskedRehearsal {
  readonly wish: string | undefined;
  /** Only the application or its own people can have sent it; false where anybody could. */
  readonly proven: boolean;
  readonly facts?: RequestFacts;
}

/** Whose place a delayed answer takes: an owner's applications share theirs, and so do all requests that anybody could send. */
function holderOf({ id, ownerId }: Client, proven: boolean): string {
  if (!proven) return "anybody";
  return ownerId === null ? `client ${id}` : `owner ${ownerId}`;
}

/**
 * The error to answer with instead of doing anything, for a client that is proven to be the one that asks; undefined
 * when it is no test application or asks for none. To all others the wish means nothing.
 */
export async function rehearsal(
  call: Pick<Asked, "site" | "isGone">,
  client: Client,
  endpoint: RehearsalEndpoint,
  { wish: asked, proven, facts }: AskedRehearsal,
): Promise<CatalogueError | undefined> {
  if (!client.test || asked === undefined) return undefined;
  const wish = readWish(asked);
  const error = wish && rehearsedError(endpoint, wish, facts);
  if (!error) return refused(endpoint).unknown;
  const { rehearsals } = call.site;
  const waited = await rehearsals.wait(holderOf(client, proven), wish.delay, () => call.isGone());
  return waited ? error : refused(endpoint).busy;
}
