// npm run bench [-- --seconds N] [--connections N] [--only WORDS] [--ours] [--profile FOLDER]
import { execFileSync } from "node:child_process";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { installLockfile } from "../scripts/install.mjs";
import { drive } from "./drive.mjs";
import { startOurs } from "./ours.mjs";
import { peerNames, startPeer } from "./peers.mjs";
import { processFigures } from "./process-figures.mjs";
import { printReport } from "./report.mjs";

const { values: options } = parseArgs({
  options: {
    seconds: { type: "string", default: "4" },
    connections: { type: "string", default: "64" },
    /** A part of the names of the scenarios to run. */
    only: { type: "string", default: "" },
    /** Without the peers, and without installing them. */
    ours: { type: "boolean", default: false },
    /** A folder for a CPU profile of our server; `node bench/attribute.mjs FOLDER` sums it up by file. */
    profile: { type: "string" },
  },
});
const profiling =
  options.profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${resolve(options.profile)}`];
const seconds = Number(options.seconds);
const connections = Number(options.connections);

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "localhost", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function startAll() {
  const others = options.ours ? peerNames.slice(0, 1) : peerNames;
  const started = [await startOurs({ port: await freePort(), connections, extraFlags: profiling })];
  for (const name of others) started.push(await startPeer(name, { port: await freePort(), connections }));
  return started.map((subject) => ({ ...subject, idle: processFigures(subject.pid).megabytes }));
}

/** One scenario at one server, warmed up for a third of the time. */
async function measure({ port, pid, scenarios }, name) {
  const order = { port, connections, seconds, ...(await scenarios[name]()) };
  if (!order.once) await drive(pid, { ...order, seconds: seconds / 3 });
  // A chain goes on from new tokens: the warm-up has used up those it was given.
  const fresh = order.chain ? { ...order, ...(await scenarios[name]()) } : order;
  return drive(pid, fresh);
}

async function main() {
  if (!options.ours) installLockfile(fileURLToPath(new URL(".", import.meta.url)));
  execFileSync(process.execPath, [fileURLToPath(new URL("../scripts/build.mjs", import.meta.url))]);
  const subjects = await startAll();
  const rows = [];
  try {
    const names = Object.keys(subjects[0].scenarios).filter((name) => name.includes(options.only));
    for (const name of names) {
      for (const subject of subjects.filter(({ scenarios }) => scenarios[name])) {
        process.stderr.write(`${name}: ${subject.name} …\n`);
        rows.push({ scenario: name, subject: subject.name, ...(await measure(subject, name)) });
      }
    }
    const bare = await measure(
      subjects.find(({ name }) => name === "node:http"),
      "livez",
    );
    printReport(rows, bare, subjects);
  } finally {
    await Promise.all(subjects.map(({ stop }) => stop()));
  }
  if (rows.some(({ wrong }) => Object.keys(wrong).length > 0)) process.exitCode = 1;
}

await main();
