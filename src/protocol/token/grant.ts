import type { CatalogueError } from "../../errors/catalogue-error.ts";
import type { AccessToken, RefreshToken } from "../../storage/port/authorizations.ts";
import type { ClientWithSecrets, GrantType } from "../../storage/port/clients.ts";
import type { Repositories } from "../../storage/port/storage.ts";
import type { Instant } from "../../storage/port/time.ts";
import type { Entropy } from "../ambient.ts";
import type { Parameters } from "../client-request/client-request.ts";

/** A token request whose client is proven and may use the grant. */
export interface GrantRequest {
  readonly parameters: Parameters;
  readonly client: ClientWithSecrets;
  readonly now: Instant;
}

/** New tokens as they are to be stored. */
export interface MintedRows {
  readonly accessToken: AccessToken;
  readonly refreshToken: RefreshToken | null;
}

/** A grant's conclusion, from which the endpoint mints tokens. */
export interface Conclusion {
  /** Null when the client is its own subject (RFC 6749 §4.4). */
  readonly subject: { readonly authorizationId: string; readonly userId: number } | null;
  /** Of the access token. */
  readonly scopes: readonly string[];
  /** Of the refresh token; null when this grant never gives one. */
  readonly refreshScopes: readonly string[] | null;
  /** What the secrets of the new tokens are made of; chance where it is absent. */
  readonly entropy?: Entropy;
  /**
   * Makes the new tokens take the place of what was presented, before they are stored; false when a parallel request was
   * faster, and then the endpoint asks the grant anew.
   */
  claim?(minted: MintedRows, repositories: Repositories): Promise<boolean>;
}

/**
 * What a grant says. `refused` is for refusals that leave a mark (a burnt code, a revoked family): they are answered after
 * the unit is committed. `repeated` is a response given before, byte for byte.
 */
export type Verdict =
  | { readonly concluded: Conclusion }
  | { readonly refused: CatalogueError }
  | { readonly repeated: string };

/** Handler of one `grant_type`: only what no other grant shares. Parsing, client authentication and minting are the endpoint's. */
export interface Grant {
  readonly grantType: GrantType;
  /** Public clients cannot have it, whatever their registration says. */
  readonly confidentialOnly: boolean;
  /**
   * Runs inside one storage unit, and may be run again from its start. Throws a catalogue error for a refusal that leaves
   * everything as it was.
   */
  authorize(request: GrantRequest, repositories: Repositories): Promise<Verdict>;
}
