import { type RawParameters, readParameters } from "../../protocol/authorize/parameters.ts";
import { judge, type Verdict } from "../../protocol/authorize/pipeline.ts";
import { newTrace } from "../../protocol/request-trace.ts";
import type { Client } from "../../storage/port/clients.ts";
import type { AppContext } from "../../web/context.ts";

/** No database is asked for a text that no client id can be. */
async function findClient(c: AppContext, id: string | undefined): Promise<Client | undefined> {
  if (id === undefined || !/^[\x21-\x7e]{1,100}$/.test(id)) return undefined;
  return c.var.site.storage.committed.clients.find(id);
}

/** Judges parameters against what is registered now. */
export async function examine(c: AppContext, raw: RawParameters): Promise<Verdict> {
  const trace = newTrace("authorize");
  trace.pairs = raw;
  c.set("trace", trace);
  const parameters = readParameters(raw);
  const [client, scopes] = await Promise.all([
    findClient(c, parameters.get("client_id")),
    c.var.site.storage.committed.scopes.list(),
  ]);
  trace.clientId = client?.id;
  return judge({ parameters, client, knownScopes: scopes.map(({ name }) => name) });
}
