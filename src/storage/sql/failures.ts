import type { Selectable } from "kysely";
import type { Failure, FailureBounds, FailureFilter, FailureStore } from "../port/failures.ts";
import { flag, fromWords, words } from "./columns.ts";
import type { Db } from "./database.ts";
import { addCounts, countsOf, sumsOf } from "./failure-counts.ts";
import type { FailureTable } from "./failure-tables.ts";

/** Rows of one statement: an engine takes only so many values at once. */
const together = 50;

export function failureStore(db: Db): FailureStore {
  return {
    record: async (counts, failures, bounds) => {
      const known = await knownClients(db, [...counts, ...failures]);
      const ofKnown = ({ clientId }: { readonly clientId: string | null }) =>
        clientId === null || known.has(clientId);
      await addCounts(db, counts.filter(ofKnown));
      await keep(db, failures.filter(ofKnown), bounds);
    },
    list: (clientId, filter, limit, before) => list(db, clientId, filter, limit, before),
    find: async (clientId, requestId) => {
      const row = await db
        .selectFrom("failures")
        .selectAll()
        .where("request_id", "=", requestId)
        .where("client_id", "=", clientId)
        .limit(1)
        .executeTakeFirst();
      return row && failureOf(row);
    },
    ownedClient: async (ownerId, requestId) => {
      const found = db
        .selectFrom("failures")
        .innerJoin("clients", "clients.id", "failures.client_id")
        .select("failures.client_id")
        .where("failures.request_id", "=", requestId)
        .limit(1);
      const row = await (ownerId === null
        ? found.where("clients.owner_id", "is", null)
        : found.where("clients.owner_id", "=", ownerId)
      ).executeTakeFirst();
      return row?.client_id;
    },
    counts: (clientId, since) => countsOf(db, clientId, since),
    sums: (since, span) => sumsOf(db, since, span),
  };
}

async function knownClients(
  db: Db,
  named: readonly { readonly clientId: string | null }[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(named.flatMap(({ clientId }) => (clientId === null ? [] : [clientId])))];
  const known = new Set<string>();
  for (let at = 0; at < ids.length; at += together) {
    const some = ids.slice(at, at + together);
    const rows = await db.selectFrom("clients").select("id").where("id", "in", some).execute();
    for (const { id } of rows) known.add(id);
  }
  return known;
}

async function keep(db: Db, failures: readonly Failure[], bounds: FailureBounds): Promise<void> {
  for (let at = 0; at < failures.length; at += together) {
    const rows = failures.slice(at, at + together).map(failureRow);
    await db.insertInto("failures").values(rows).execute();
  }
  const lists = Map.groupBy(failures, ({ clientId, proven }) => `${clientId} ${flag(proven)}`);
  for (const added of lists.values()) await trim(db, added, bounds);
}

/** Of one reason first, so that what happens often pushes out its like and not what happens rarely. */
async function trim(db: Db, added: readonly Failure[], bounds: FailureBounds): Promise<void> {
  const [first] = added;
  if (!first) return;
  const { clientId, proven } = first;
  const drop = (most: number, reason?: string) => {
    let newest = db
      .selectFrom("failures")
      .select("id")
      .where("client_id", "=", clientId)
      .where("proven", "=", flag(proven));
    let surplus = db
      .deleteFrom("failures")
      .where("client_id", "=", clientId)
      .where("proven", "=", flag(proven));
    if (reason !== undefined) {
      newest = newest.where("reason", "=", reason);
      surplus = surplus.where("reason", "=", reason);
    }
    return surplus.where("id", "<=", newest.orderBy("id", "desc").limit(1).offset(most)).execute();
  };
  for (const reason of new Set(added.map((failure) => failure.reason)))
    await drop(bounds.ofOneReason, reason);
  await drop(proven ? bounds.proven : bounds.claimed);
}

async function list(
  db: Db,
  clientId: string,
  { endpoint, code, reason }: FailureFilter,
  limit: number,
  before?: string,
): Promise<readonly Failure[]> {
  let query = db
    .selectFrom("failures")
    .selectAll()
    .where("client_id", "=", clientId)
    .orderBy("id", "desc")
    .limit(limit);
  if (endpoint !== undefined) query = query.where("endpoint", "=", endpoint);
  if (code !== undefined) query = query.where("code", "=", code);
  if (reason !== undefined) query = query.where("reason", "=", reason);
  if (before !== undefined) query = query.where("id", "<", before);
  return (await query.execute()).map(failureOf);
}

function failureRow(failure: Failure): Selectable<FailureTable> {
  const { requestId, clientId, redirectUri, proven, parameters, scopes, ...same } = failure;
  return {
    ...same,
    request_id: requestId,
    client_id: clientId,
    redirect_uri: redirectUri,
    proven: flag(proven),
    parameters: words(parameters),
    scopes: words(scopes),
  };
}

function failureOf(row: Selectable<FailureTable>): Failure {
  const { request_id, client_id, redirect_uri, ...same } = row;
  return {
    ...same,
    requestId: request_id,
    clientId: client_id,
    redirectUri: redirect_uri,
    proven: row.proven === 1,
    endpoint: row.endpoint as Failure["endpoint"],
    authentication: row.authentication as Failure["authentication"],
    parameters: fromWords(row.parameters),
    scopes: fromWords(row.scopes),
  };
}
