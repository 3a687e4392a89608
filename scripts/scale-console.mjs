// Times each page of the administration on a SQLite file with CONSOLE_USERS=1000000 people and CONSOLE_APPLICATIONS=10000
// applications; a part of npm run scale, or by itself: node scripts/with-node.mjs scripts/scale-console.mjs
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { fillConsole } from "../test/support/console-installation.ts";
import { freePort } from "../test/support/free-port.ts";
import { build } from "./build.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const size = {
  users: Number(process.env.CONSOLE_USERS ?? 1_000_000),
  applications: Number(process.env.CONSOLE_APPLICATIONS ?? 10_000),
};
/** Each page is asked so often, after it was asked a few times to warm up. */
const rounds = 21;
const warmUp = 3;

const first = 500_001;
const client = "00000000-0000-4000-8000-000000000001";
const pages = [
  "/admin/dashboard?range=day",
  "/admin/dashboard?range=week",
  "/admin/approvals",
  `/admin/approvals/${client}/detail-user`,
  "/admin/applications",
  "/admin/applications?show=unverified",
  `/admin/applications/${client}`,
  "/admin/users",
  "/admin/users?show=admin",
  "/admin/users?show=disabled",
  "/admin/users?q=ayu",
  "/admin/users?q=orang77",
  "/admin/users?q=orang77%40ex",
  "/admin/users?q=0812000",
  "/admin/users?q=nobody+at+all",
  `/admin/users/${first}`,
  "/admin/audit",
  "/admin/audit?action=user.disabled",
  `/admin/audit?actor=${first}`,
  `/admin/audit?target_kind=user&target_id=${first}`,
  "/admin/audit?since=2020-01-01&until=2020-01-02",
  "/admin/maintenance",
  "/admin/messages",
  "/admin/messages?show=whatsapp",
  "/admin/messages?show=failed",
  "/admin/scopes",
  "/admin/settings",
  "/admin/limits",
];

/** A database with everything in it, and the cookie of a super-admin who is signed in. */
async function fill(file, environment) {
  const migrated = spawnSync(process.execPath, [join(root, "dist/cli.js"), "migrate"], { env: environment });
  if (migrated.status !== 0) throw new Error(String(migrated.stderr));
  const { mintToken } = await import("../dist/protocol/tokens/opaque.js");
  const cookie = mintToken("browser", () => "0".repeat(26), randomBytes);
  const database = new DatabaseSync(file);
  database.exec("pragma synchronous = off; begin");
  fillConsole((sql) => database.exec(sql), size, Date.now(), cookie);
  database.exec("commit; pragma wal_checkpoint(truncate)");
  database.close();
  return `mbid_session=${cookie.token}`;
}

async function untilReady(origin) {
  for (let attempt = 0; attempt < 400; attempt++) {
    const answer = await fetch(`${origin}/livez`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Error("The server did not start.");
}

async function time(url, cookie) {
  const begun = performance.now();
  const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
  await answer.text();
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  return performance.now() - begun;
}

/** The pages that lists lead on to: as quick in the middle as at the beginning. */
async function followed(origin, cookie, path) {
  let href = path;
  for (let hop = 0; hop < 3; hop++) {
    const text = await (await fetch(origin + href, { headers: { cookie } })).text();
    const next = /href="([^"]+)" rel="next"/.exec(text)?.[1];
    if (next === undefined) break;
    href = next.replaceAll("&amp;", "&");
  }
  return href;
}

/** Resolves to `[page, milliseconds]`, the median and the longest of each. */
export async function measureConsole(folder) {
  const file = join(folder, "console.db");
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const settings = { DATABASE_URL: `sqlite:${file}`, PORT: String(port), LOG_LEVEL: "error" };
  const environment = { ...process.env, ...settings, SECRET_KEY: "5".repeat(64) };
  const cookie = await fill(file, environment);
  const megabytes = Math.round(statSync(file).size / 1024 / 1024);
  const server = spawn(process.execPath, [join(root, "dist/main.js")], {
    env: environment,
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    await untilReady(origin);
    const figures = [];
    const deep = [
      "/admin/users",
      "/admin/users?q=ayu",
      "/admin/audit",
      "/admin/applications",
      "/admin/messages",
    ];
    const more = await Promise.all(
      deep.map(async (path) => [`${path} (3 pages on)`, await followed(origin, cookie, path)]),
    );
    for (const [name, path] of [...pages.map((path) => [path, path]), ...more]) {
      const times = [];
      for (let round = -warmUp; round < rounds; round++) {
        const taken = await time(origin + path, cookie);
        if (round >= 0) times.push(taken);
      }
      times.sort((a, b) => a - b);
      figures.push({ page: name, median: times[(rounds - 1) / 2], longest: times.at(-1) });
    }
    return { megabytes, figures };
  } finally {
    server.kill("SIGTERM");
    await new Promise((resolve) => server.once("exit", resolve));
  }
}

/** One line for each page, as the other figures are. */
export function toldConsole({ megabytes, figures }) {
  const worst = figures.reduce((a, b) => (a.median > b.median ? a : b));
  const head = `${size.users} users, ${size.applications} applications, ${megabytes} MB of SQLite`;
  return [
    ["console", `${head}; slowest page ${worst.page}: ${worst.median.toFixed(1)} ms`],
    ...figures.map(({ page, median, longest }) => [
      `console ${page}`,
      `${median.toFixed(1)} ms (longest ${longest.toFixed(1)} ms)`,
    ]),
  ];
}

if (import.meta.main) {
  build();
  const folder = mkdtempSync(join(tmpdir(), "mubarokah-id-console-"));
  try {
    for (const [what, value] of toldConsole(await measureConsole(folder))) console.log(`${what}: ${value}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
