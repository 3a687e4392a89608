import { oauthError } from "../errors/catalogue-error.ts";
import type { Client } from "../storage/port/clients.ts";
import type { Repositories } from "../storage/port/storage.ts";
import { authenticateClient, type ClientDesk } from "./client-authentication/authenticate.ts";
import type { ClientRequest } from "./client-request/client-request.ts";
import { readParameters, required } from "./client-request/read-parameters.ts";
import { type FoundToken, findToken, isLive } from "./tokens/find-token.ts";

export interface IntrospectionDesk extends ClientDesk {
  readonly issuer: string;
}

/** RFC 7662 §2.2. Instants are seconds since 1970. */
export type Introspection =
  | { readonly active: false }
  | {
      readonly active: true;
      readonly scope: string;
      readonly client_id: string;
      readonly username?: string;
      readonly token_type: "Bearer" | "refresh_token";
      readonly exp: number;
      readonly iat: number;
      readonly sub: string;
      readonly iss: string;
    };

const inactive: Introspection = { active: false };

/**
 * RFC 7662 §2: a confidential client asks about its own tokens, a resource server about access tokens of every client.
 * Whatever else is asked about is inactive, without a word why (§4).
 */
export async function answerIntrospection(
  request: ClientRequest,
  desk: IntrospectionDesk,
): Promise<Introspection> {
  const parameters = await readParameters(request);
  const caller = await authenticateClient(request, parameters, desk);
  if (!caller.confidential) throw oauthError("invalid_client", "confidential_client_required");
  const { committed } = desk.storage;
  const found = await findToken(required(parameters, "token"), committed.authorizations);
  if (!(found && mayAsk(caller, found) && isLive(found, desk.clock()))) return inactive;
  return describe(found, caller, desk.issuer, committed);
}

/** Refresh tokens are for their own client only: no resource server may take one for an access token. */
function mayAsk(caller: Client, { kind, token }: FoundToken): boolean {
  return token.clientId === caller.id || (caller.resourceServer && kind === "access");
}

async function describe(
  { kind, token }: FoundToken,
  caller: Client,
  issuer: string,
  { clients, users }: Repositories,
): Promise<Introspection> {
  const client = token.clientId === caller.id ? caller : await clients.find(token.clientId);
  const user = token.userId === null ? undefined : await users.find(token.userId);
  const usable = client?.status === "active" && (token.userId === null || user?.status === "active");
  if (!usable) return inactive;
  return {
    active: true,
    scope: token.scopes.join(" "),
    client_id: token.clientId,
    ...(user?.username == null ? {} : { username: user.username }),
    token_type: kind === "access" ? "Bearer" : "refresh_token",
    exp: wholeSeconds(token.expiresAt),
    iat: wholeSeconds(token.issuedAt),
    sub: token.userId === null ? token.clientId : String(token.userId),
    iss: issuer,
  };
}

function wholeSeconds(milliseconds: number): number {
  return (milliseconds - (milliseconds % 1000)) / 1000;
}
