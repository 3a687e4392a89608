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

/**
 * The error to answer with instead of doing anything, for a client that is proven to be the one that asks; undefined
 * when it is no test application or asks for none. To all others the wish means nothing.
 */
export async function rehearsal(
  call: Pick<Asked, "site" | "isGone">,
  { test }: Pick<Client, "test">,
  endpoint: RehearsalEndpoint,
  asked: string | undefined,
  facts?: RequestFacts,
): Promise<CatalogueError | undefined> {
  if (!test || asked === undefined) return undefined;
  const wish = readWish(asked);
  const error = wish && rehearsedError(endpoint, wish, facts);
  if (!error) return refused(endpoint).unknown;
  const { rehearsals } = call.site;
  return (await rehearsals.wait(wish.delay, () => call.isGone())) ? error : refused(endpoint).busy;
}
