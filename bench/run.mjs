// npm run bench [-- --seconds N] [--rounds N] [--connections N] [--only WORDS] [--ours] [--against FOLDER] [--profile FOLDER]
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
import { bareName, printReport } from "./report.mjs";

const { values: options } = parseArgs({
  options: {
    seconds: { type: "string", default: "4" },
    connections: { type: "string", default: "64" },
    /** Other work on the machine disturbs some rounds more than others. */
    rounds: { type: "string", default: "8" },
    /** A part of the names of the scenarios to run. */
    only: { type: "string", default: "" },
    /** Without the peers, and without installing them. */
    ours: { type: "boolean", default: false },
    /** Another checkout of this project, built: two versions in one run. */
    against: { type: "string" },
    /** A folder for a CPU profile of our server; `node bench/attribute.mjs FOLDER` sums it up by file. */
    profile: { type: "string" },
  },
});
const profiling =
  options.profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${resolve(options.profile)}`];
const seconds = Number(options.seconds);
const connections = Number(options.connections);
/**
 * Sixty thousand requests until V8 has compiled what matters: at first a request costs three times as much, and after
 * twenty thousand its compilers still take a third of what is measured.
 */
const warmUp = { seconds: seconds * 5, count: 60_000 };
const rounds = Number(options.rounds);
/** As many for the slow as for the fast: what a process does beside its requests weighs the same. */
const requestsPerRound = 4_000;

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
  if (options.against !== undefined) {
    const tree = resolve(options.against);
    started.push(await startOurs({ port: await freePort(), connections, name: "the other version", tree }));
  }
  for (const name of others) started.push(await startPeer(name, { port: await freePort(), connections }));
  return started.map((subject) => ({
    ...subject,
    idle: processFigures(subject.pid).megabytes,
    orders: new Map(),
  }));
}

/** Tokens that may be used again are made once: making them is other work, and V8 is busy with it for a while after. */
async function orderOf({ scenarios, orders }, name) {
  const known = orders.get(name);
  if (known) return known;
  const order = await scenarios[name]();
  if (!(order.once || order.chain)) orders.set(name, order);
  return order;
}

/** One round of a scenario at one server. */
async function measure(subject, name, bounds) {
  const { port, pid } = subject;
  return drive(pid, { port, connections, ...bounds, ...(await orderOf(subject, name)) });
}

/** A scenario at all servers in alternation, after a round to warm up; of each the round that was disturbed least. */
async function compare(subjects, name) {
  const best = new Map();
  for (let round = 0; round <= rounds; round++) {
    for (const subject of subjects) {
      process.stderr.write(`${name}: ${subject.name}, round ${round} of ${rounds} …\n`);
      const bounds = round === 0 ? warmUp : { seconds, count: requestsPerRound };
      const result = await measure(subject, subject.scenarios[name] ? name : "livez", bounds);
      const known = best.get(subject);
      if (round > 0 && !(known?.cpuMicroseconds <= result.cpuMicroseconds)) best.set(subject, result);
    }
  }
  return [...best].map(([subject, result]) => ({ scenario: name, subject: subject.name, ...result }));
}

async function main() {
  if (!options.ours) installLockfile(fileURLToPath(new URL(".", import.meta.url)));
  execFileSync(process.execPath, [fileURLToPath(new URL("../scripts/build.mjs", import.meta.url))]);
  const subjects = await startAll();
  const rows = [];
  try {
    const names = Object.keys(subjects[0].scenarios).filter((name) => name.includes(options.only));
    for (const name of names) {
      const taking = subjects.filter((subject) => subject.scenarios[name] || subject.name === bareName);
      rows.push(...(await compare(taking, name)));
    }
    printReport(rows, subjects);
  } finally {
    await Promise.all(subjects.map(({ stop }) => stop()));
  }
  if (rows.some(({ wrong }) => Object.keys(wrong).length > 0)) process.exitCode = 1;
}

await main();
