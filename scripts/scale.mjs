// npm run scale: a large installation moves from SQLite to PostgreSQL, is backed up, and is purged, and each page of the
// administration is timed, with figures of each.
// Sizes: USERS=100000 TOKENS=1000000. Only 127.0.0.1; everything is made in a temporary folder and removed.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
// biome-ignore lint/correctness/noUnresolvedImports: a module of Node that the linter does not know yet
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { fillInstallation } from "../test/support/installation.ts";
import { startPostgres } from "../test/support/postgres-server.ts";
import { withDatabase } from "../test/support/postgres-sql.ts";
import { build } from "./build.mjs";
import { noteLockTimes } from "./lock-times.mjs";
import { measureConsole, toldConsole } from "./scale-console.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const size = { users: Number(process.env.USERS ?? 100_000), tokens: Number(process.env.TOKENS ?? 1_000_000) };
const day = 86_400_000;
const megabyte = 1024 * 1024;
/** A purge is watched for so long at most, in milliseconds. */
const purgeWatched = 180_000;
/** Printed by the child at its end: the most memory it ever had. */
const tellMemory =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('\\npeak '+process.resourceUsage().maxRSS+'\\n'))";

const figures = [];
function figure(what, value) {
  figures.push([what, value]);
  console.log(`${what}: ${value}`);
}

/** Runs a command of the CLI; resolves to its seconds, peak megabytes and answer. */
async function command(databaseUrl, ...words) {
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    [`--import=${tellMemory}`, join(root, "dist/cli.js"), ...words, "--json"],
    {
      env: { ...process.env, DATABASE_URL: databaseUrl, SECRET_KEY: "5".repeat(64) },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"]) {
    child[name].on("data", (piece) => {
      texts[name] += piece;
    });
  }
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`${words.join(" ")} failed: ${texts.stderr}`);
  const seconds = (performance.now() - begun) / 1000;
  const peak = Number(/peak (\d+)/.exec(texts.stderr)?.[1]) / 1024;
  return { seconds, peak, data: JSON.parse(texts.stdout) };
}

function said({ seconds, peak }, rows) {
  return `${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s, at most ${Math.round(peak)} MB`;
}

/** As long as a SHA-256 in base64url, so that packing has as little to find in it. */
const randomHash = "substr(hex(randomblob(22)), 1, 43)";

async function fill(path) {
  const database = new DatabaseSync(path);
  database.exec("pragma synchronous = off; begin");
  await fillInstallation(async (sql) => database.exec(sql), size, Date.now(), randomHash);
  database.exec("commit; pragma wal_checkpoint(truncate)");
  database.close();
}

function spread(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.ceil(share * sorted.length) - 1]?.toFixed(1);
  return `${at(0.5)} ms (99 %: ${at(0.99)} ms, longest ${at(1)} ms)`;
}

/** Tokens, their families, and browsers with their sessions. */
const expired = Math.max(1, Math.round(size.tokens / size.users)) * size.users + 2 * size.users;

const locks = [];
noteLockTimes(locks);

/** The server's own job on a database in which everything has expired: its pace, and how long anybody waits behind it. */
async function purge(databaseUrl) {
  const { openStorage } = await import("../dist/storage/sql/open.js");
  const { purgeJob } = await import("../dist/jobs/purge.js");
  const storage = await openStorage(databaseUrl);
  const times = { batch: [], write: [], cpu: [] };
  let removed = 0;
  locks.length = 0;
  const timed = async (name, work) => {
    const begun = performance.now();
    const result = await work();
    times[name].push(performance.now() - begun);
    return result;
  };
  const watched = {
    ...storage,
    purge: async (now, limit) => {
      const before = process.cpuUsage();
      const result = await timed("batch", () => storage.purge(now, limit));
      const { user, system } = process.cpuUsage(before);
      times.cpu.push((user + system) / 1000);
      return result;
    },
  };
  const job = purgeJob({
    storage: watched,
    clock: () => Date.now() + 60 * day,
    replayWindow: 10,
    log: { info: () => {}, warn: (facts) => console.error(facts) },
    removed: (rows) => {
      removed += rows;
    },
    interval: 1,
  });
  const begun = performance.now();
  while (removed < expired && performance.now() - begun < purgeWatched) {
    await timed("write", () => storage.write(({ settings }) => settings.put("probe", "x")));
    await sleep(10);
  }
  const seconds = (performance.now() - begun) / 1000;
  await job.stop();
  await storage.close();
  const waits = `a batch takes ${spread(times.batch)}, of CPU ${spread(times.cpu)}; a write beside it ${spread(times.write)}`;
  return `${removed} rows, ${Math.round(removed / seconds)} rows/s; it holds locks for ${spread(locks)}; ${waits}`;
}

async function main() {
  build();
  const folder = mkdtempSync(join(tmpdir(), "mubarokah-id-scale-"));
  const postgres = await startPostgres({ fsync: "on", full_page_writes: "on" });
  let removing;
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
    removing ??= postgres.stop();
    return removing;
  };
  for (const signal of ["SIGINT", "SIGTERM"])
    process.once(signal, () => remove().then(() => process.exit(1)));
  try {
    const file = join(folder, "id.db");
    const [sqlite, target] = [`sqlite:${file}`, postgres.urlOf("moved")];
    await withDatabase(postgres.urlOf("postgres"), (run) => run("create database moved"));
    await command(sqlite, "migrate");
    await fill(file);
    const bytes = Math.round(statSync(file).size / megabyte);
    figure("installation", `${size.users} users, ${size.tokens} tokens, ${bytes} MB of SQLite`);
    const backup = await command(sqlite, "backup", join(folder, "copy.db"));
    figure("backup", `${backup.seconds.toFixed(1)} s, at most ${Math.round(backup.peak)} MB`);
    const packed = join(folder, "all.ndjson.gz");
    const exported = await command(sqlite, "export", packed);
    figure("export", said(exported, exported.data.rows));
    const imported = await command(target, "import", packed);
    figure("import into PostgreSQL", said(imported, imported.data.rows));
    const back = await command(target, "export", join(folder, "back.ndjson.gz"));
    figure("export from PostgreSQL", said(back, back.data.rows));
    figure("purge on SQLite", await purge(sqlite));
    figure("purge on PostgreSQL", await purge(target));
    for (const [what, value] of toldConsole(await measureConsole(folder))) figure(what, value);
  } finally {
    await remove();
  }
  console.log(`\n${figures.map(([what, value]) => `| ${what} | ${value} |`).join("\n")}`);
}

await main();
