import type { CatalogueError } from "../../errors/catalogue-error.ts";
import type { Client } from "../../storage/port/clients.ts";
import type { Parameters } from "./parameters.ts";

/** An authorization request before client and redirect URI are proven. */
export interface UnprovenRequest {
  readonly parameters: Parameters;
  /** The client that `client_id` names, if there is one. */
  readonly client: Client | undefined;
  /** Every scope of this server. */
  readonly knownScopes: readonly string[];
}

/** The same once client and redirect URI are proven: an error may be sent there. */
export interface ProvenRequest extends UnprovenRequest {
  readonly client: Client;
}

/** One check: what is wrong, or nothing. Later checks may rely on earlier ones having passed. */
export type Check<Request> = (request: Request) => CatalogueError | undefined;
