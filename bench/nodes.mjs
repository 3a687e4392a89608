import { startPostgres } from "../test/support/postgres-server.ts";
import { keptConnection } from "../test/support/postgres-sql.ts";
import { compare, named, subjectOf } from "./compare.mjs";
import { onLeave } from "./leave.mjs";
import { startOurs } from "./ours.mjs";
import { processFigures } from "./process-figures.mjs";
import { number, printTable, tellWrong } from "./report.mjs";
import { freePort, launch } from "./server.mjs";

const statistics = { shared_preload_libraries: "pg_stat_statements", fsync: "on", full_page_writes: "on" };

/** What PostgreSQL has done so far: its processes' CPU, and statements of everybody but this connection. */
function countersOf(run) {
  return async () => {
    const processes = await run("select pid from pg_stat_activity where pid <> pg_backend_pid()");
    const [statements] = await run("select coalesce(sum(calls), 0)::bigint as calls from pg_stat_statements");
    return {
      databaseSeconds: processes.reduce((sum, { pid }) => sum + processFigures(pid).cpuSeconds, 0),
      statements: Number(statements.calls),
    };
  };
}

function printNodes(rows, first) {
  printTable(
    [
      "scenario",
      "nodes",
      "req/s",
      "of the first",
      "p99 ms",
      "CPU µs of a node",
      "CPU µs of PostgreSQL",
      "statements",
    ],
    rows.map((row) => {
      const base = rows.find(({ scenario, subject }) => scenario === row.scenario && subject === first);
      return [
        ...[row.scenario, row.subject, number(row.perSecond), number(row.perSecond / base.perSecond, 2)],
        ...[number(row.p99, 1), number(row.cpuMicroseconds), number(row.each.databaseSeconds * 1e6)],
        number(row.each.statements, 1),
      ];
    }),
  );
  tellWrong(rows);
}

/** So many nodes on one database, asked in equal shares; each has a load generator of its own. */
async function measureNodes(postgres, { sizes = [1, 2, 4], connections, only, ...bounds }, started) {
  const settings = { DATABASE_URL: postgres.urlOf("postgres"), SECRET_KEY: "5".repeat(64) };
  const first = await startOurs({ port: await freePort(), connections, settings });
  started.push(first);
  const { environment } = first;
  while (first.nodes.length < Math.max(...sizes)) {
    const node = await launch({
      port: await freePort(),
      folder: first.folder,
      settings: { ...settings, RATE_LIMITS: environment.RATE_LIMITS, ISSUER: environment.ISSUER },
    });
    started.push(node);
    first.nodes.push(node);
  }
  const { run, end } = keptConnection(settings.DATABASE_URL);
  started.push({ stop: end });
  await run("create extension if not exists pg_stat_statements");
  const subjects = sizes.map((size) =>
    subjectOf({ ...first, name: `${size}`, nodes: first.nodes.slice(0, size), counters: countersOf(run) }),
  );
  const names = named(first, only || "client_credentials,refresh,user by token,introspection");
  printNodes(await compare(subjects, names, bounds), `${sizes[0]}`);
}

export async function run(options) {
  const postgres = await startPostgres(statistics);
  onLeave(postgres.stop);
  const started = [];
  try {
    await measureNodes(postgres, options, started);
  } finally {
    for (const { stop } of started.reverse()) await stop();
    await postgres.stop();
  }
}
