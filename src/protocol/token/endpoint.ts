import { CatalogueError, oauthError } from "../../errors/catalogue-error.ts";
import type { ClientWithSecrets } from "../../storage/port/clients.ts";
import { OwnerGone, type Repositories } from "../../storage/port/storage.ts";
import type { Entropy } from "../ambient.ts";
import { authenticateClient, type ClientDesk } from "../client-authentication/authenticate.ts";
import type { ClientRequest, Parameters } from "../client-request/client-request.ts";
import { readParameters, required } from "../client-request/read-parameters.ts";
import type { RowIds } from "../row-id.ts";
import type { Grant, GrantRequest } from "./grant.ts";
import { type Mint, mintTokens, storeTokens, type TokenLifetimes } from "./mint.ts";

export interface TokenEndpoint {
  /** In the order that errors and discovery list them. */
  readonly grants: readonly Grant[];
  readonly lifetimes: TokenLifetimes;
}

/** What the surroundings lend to one request. */
export interface TokenDesk extends ClientDesk {
  readonly entropy: Entropy;
  readonly ids: RowIds;
}

type Outcome = { readonly response: string } | { readonly refused: CatalogueError };

/**
 * RFC 6749 §3.2 in five phases. Resolves to the JSON of the token response; throws the catalogue error otherwise. Method
 * and maintenance are looked at before.
 */
export async function answerTokenRequest(
  endpoint: TokenEndpoint,
  request: ClientRequest,
  desk: TokenDesk,
): Promise<string> {
  // 1. Parse: type, size, shape.
  const parameters = await readParameters(request);

  // 2. Authenticate the client.
  const now = desk.clock();
  const client = await authenticateClient(request, parameters, desk);

  // 3. Pick the grant: known to this server, permitted for this client.
  const grant = pickGrant(endpoint.grants, parameters, client);

  // 4. Authorize and 5. mint, in one unit: no code is spent without its tokens, and the other way round.
  const mint: Mint = { ids: desk.ids, entropy: desk.entropy, lifetimes: endpoint.lifetimes };
  try {
    const outcome = await desk.storage.write((repositories) =>
      conclude(grant, { parameters, client, now }, mint, repositories),
    );
    if ("refused" in outcome) throw outcome.refused;
    return outcome.response;
  } catch (error) {
    // Deleted since it was authenticated, with all that was its own: that is what it is told, as from now on.
    if (rests(error) && !(await desk.storage.committed.clients.find(client.id)))
      await authenticateClient(request, parameters, desk);
    throw error;
  }
}

/** Whether it may have come of what was deleted meanwhile. */
function rests(error: unknown): boolean {
  return error instanceof OwnerGone || error instanceof CatalogueError;
}

function pickGrant(grants: readonly Grant[], parameters: Parameters, client: ClientWithSecrets): Grant {
  const wanted = required(parameters, "grant_type");
  const grant = grants.find(({ grantType }) => grantType === wanted);
  if (!grant) {
    const supported = grants.map(({ grantType }) => grantType).join(", ");
    throw oauthError("unsupported_grant_type", "grant_type_unsupported", { supported });
  }
  const permitted =
    client.grantTypes.includes(grant.grantType) && (client.confidential || !grant.confidentialOnly);
  if (!permitted)
    throw oauthError("unauthorized_client", "grant_not_permitted", { grant_type: grant.grantType });
  return grant;
}

/** Twice at most: whoever loses a race finds what the winner stored when asked again. */
async function conclude(
  grant: Grant,
  request: GrantRequest,
  mint: Mint,
  repositories: Repositories,
): Promise<Outcome> {
  for (let turn = 0; turn < 2; turn++) {
    const verdict = await grant.authorize(request, repositories);
    if ("refused" in verdict) return verdict;
    if ("repeated" in verdict) return { response: verdict.repeated };
    const { concluded } = verdict;
    const minted = mintTokens(concluded, request.client, request.now, mint);
    const claimed = (await concluded.claim?.(minted, repositories)) ?? true;
    if (!claimed) continue;
    await storeTokens(minted, repositories);
    return { response: minted.response };
  }
  throw new Error(`The grant ${grant.grantType} lost the same race twice`);
}
