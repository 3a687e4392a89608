import { apiError } from "../../errors/catalogue-error.ts";
import { isClientId } from "../../protocol/registration/client-id.ts";
import type { ClientWithSecrets } from "../../storage/port/clients.ts";
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
