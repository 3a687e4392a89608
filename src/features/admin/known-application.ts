import { apiError } from "../../errors/catalogue-error.ts";
import { isClientId } from "../../protocol/registration/client-id.ts";
import type { Approval, Client, ClientWithSecrets } from "../../storage/port/clients.ts";
import type { Repositories } from "../../storage/port/storage.ts";

/** The application of this id, whoever owns it. Throws `client_unknown`. */
export async function knownApplication(
  { clients }: Pick<Repositories, "clients">,
  id: string | undefined,
): Promise<ClientWithSecrets> {
  const client = isClientId(id) ? await clients.find(id) : undefined;
  if (!client) throw apiError("resource_not_found", "client_unknown");
  return client;
}

/** The sensitive scopes that an application is registered for, and how it stands with each. */
export async function sensitiveScopes(
  { clients, scopes }: Pick<Repositories, "clients" | "scopes">,
  client: Client,
): Promise<readonly { readonly scope: string; readonly approval: Approval | undefined }[]> {
  const sensitive = (await scopes.list()).filter(({ requiresApproval }) => requiresApproval);
  const approvals = await clients.approvals(client.id);
  return sensitive.flatMap(({ name: scope }) => {
    if (!client.scopes.includes(scope)) return [];
    return { scope, approval: approvals.find((approval) => approval.scope === scope) };
  });
}
