import pg from "pg";

const { Client, types } = pg;
const bigint = 20;

export type Run = (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

async function connected(url: string): Promise<pg.Client> {
  const getTypeParser: typeof types.getTypeParser = (type, format) =>
    type === bigint ? Number : types.getTypeParser(type, format);
  const client = new Client({ connectionString: url, types: { getTypeParser } });
  await client.connect();
  return client;
}

/** Statements of the test's own, beside the server under test. */
export async function withDatabase<Result>(
  url: string,
  work: (run: Run) => Promise<Result>,
): Promise<Result> {
  const client = await connected(url);
  try {
    return await work(async (sql, values) => (await client.query(sql, values)).rows);
  } finally {
    await client.end();
  }
}

/** One connection for many statements, made at the first and again after it was lost: each costs PostgreSQL a process. */
export function keptConnection(url: string): { readonly run: Run; end(): Promise<void> } {
  let open: Promise<pg.Client> | undefined;
  const connect = async () => {
    const client = await connected(url);
    client.once("error", () => {
      open = undefined;
    });
    return client;
  };
  return {
    run: async (sql, values) => {
      open ??= connect();
      return (await (await open).query(sql, values)).rows;
    },
    end: async () => {
      await (await open)?.end();
      open = undefined;
    },
  };
}
