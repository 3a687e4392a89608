import { type CatalogueError, oauthError, type ReasonOf } from "../../errors/catalogue-error.ts";
import type { Client, ClientWithSecrets } from "../../storage/port/clients.ts";
import type { ClientRequest, Parameters } from "../client-request/client-request.ts";
import { type Credentials, readCredentials } from "./credentials.ts";
import { type ImportedSecretDesk, importedSecretMatches } from "./imported-secret.ts";
import { secretMatches } from "./secret.ts";

/**
 * Asked once the claimed client was looked up and before its secret is checked, undefined for one that does not exist;
 * throws when this caller failed too often.
 */
export type Admission = (clientId: string | undefined) => Promise<void>;

/**
 * Asked once the client is proven and before anything is done for it; throws the error that a test application rehearses
 * with this request.
 */
export type Rehearsal = (client: Client) => Promise<void>;

/** What the surroundings lend to one request of an application. */
export interface ClientDesk extends ImportedSecretDesk {
  readonly admit: Admission;
  readonly rehearse: Rehearsal;
}

/** RFC 6749 appendix A.1: visible ASCII. Nothing else is ever asked of the database. */
const clientIdShape = /^[\x20-\x7e]{1,255}$/;

function refuse(
  reason: ReasonOf<"oauth", "invalid_client">,
  { fromHeader }: Credentials,
  detail?: string,
): CatalogueError {
  return oauthError(
    "invalid_client",
    reason,
    {},
    { basicChallenge: fromHeader, ...(detail === undefined ? {} : { detail }) },
  );
}

/**
 * The client whose credentials a request brings (RFC 6749 §2.3, §3.2.1). An unknown client and a wrong secret are answered alike, with
 * the same work; that a client is disabled is said only after the right secret. A public client has none to prove.
 * Only a secret that was imported as bcrypt takes longer: that its client exists is what any authorization request tells.
 */
export async function authenticateClient(
  { authorization, trace }: Pick<ClientRequest, "authorization" | "trace">,
  parameters: Parameters,
  desk: ClientDesk,
): Promise<ClientWithSecrets> {
  const credentials = readCredentials(authorization, parameters);
  const { clientId, secret } = credentials;
  const { storage, clock, admit } = desk;
  const { clients } = storage.committed;
  const client = clientIdShape.test(clientId) ? await clients.find(clientId) : undefined;
  trace.clientId = client?.id;
  await admit(client?.id);
  const matches = secretMatches(secret ?? "", client?.secrets ?? [], clock());
  const proven = matches && secret !== undefined;
  if (!client) throw refuse("client_authentication_failed", credentials, "unknown client");
  if (client.confidential) {
    if (!proven) await requireProof(client, credentials, desk);
    trace.proven = true;
  } else if (secret !== undefined) throw refuse("client_secret_unexpected", credentials);
  if (client.status === "disabled") throw refuse("client_disabled", credentials);
  if (client.test) await desk.rehearse(client);
  return client;
}

async function requireProof(
  client: ClientWithSecrets,
  credentials: Credentials,
  desk: ImportedSecretDesk,
): Promise<void> {
  const { secret } = credentials;
  if (secret === undefined) throw refuse("client_authentication_missing", credentials);
  if (await importedSecretMatches(client, secret, desk)) return;
  throw refuse("client_authentication_failed", credentials, "wrong secret");
}
