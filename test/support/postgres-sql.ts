import pg from "pg";

const { Client, types } = pg;
const bigint = 20;

type Run = (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** Statements of the test's own, beside the server under test. */
export async function withDatabase<Result>(
  url: string,
  work: (run: Run) => Promise<Result>,
): Promise<Result> {
  const getTypeParser: typeof types.getTypeParser = (type, format) =>
    type === bigint ? Number : types.getTypeParser(type, format);
  const client = new Client({ connectionString: url, types: { getTypeParser } });
  await client.connect();
  try {
    return await work(async (sql, values) => (await client.query(sql, values)).rows);
  } finally {
    await client.end();
  }
}
