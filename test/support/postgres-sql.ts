import { Client } from "pg";

type Run = (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** Statements of the test's own, beside the server under test. */
export async function withDatabase<Result>(
  url: string,
  work: (run: Run) => Promise<Result>,
): Promise<Result> {
  const client = new Client(url);
  await client.connect();
  try {
    return await work(async (sql, values) => (await client.query(sql, values)).rows);
  } finally {
    await client.end();
  }
}
