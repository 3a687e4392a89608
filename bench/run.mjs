// npm run bench [-- OPTION …]: this server and its peers side by side; or, with one of the options of `parts`, another side of it.
import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { installLockfile } from "../scripts/install.mjs";
import { compare, named, subjectOf } from "./compare.mjs";
import { startOurs } from "./ours.mjs";
import { peerNames, startPeer } from "./peers.mjs";
import { printReport } from "./report.mjs";
import { freePort } from "./server.mjs";

/** Each is in a file of its own and prints one table. */
const parts = ["growth", "connections-sweep", "nodes", "abuse", "soak"];

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "4" },
    connections: { type: "string", default: "64" },
    /** Other work on the machine disturbs some rounds more than others. */
    rounds: { type: "string", default: "8" },
    /** Parts of the names of the scenarios to run, separated by commas. */
    only: { type: "string", default: "" },
    /** Without the peers, and without installing them. */
    ours: { type: "boolean", default: false },
    /** Another checkout of this project, built: two versions in one run. */
    against: { type: "string" },
    /** A folder for a CPU profile of our server; `node bench/attribute.mjs FOLDER` sums it up by file. */
    profile: { type: "string" },
    /** The same with more and more tokens stored; `sizes` says how many. */
    growth: { type: "boolean", default: false },
    /** The same with more and more connections; `sizes` says how many. */
    "connections-sweep": { type: "boolean", default: false },
    /** Several nodes on one PostgreSQL; `sizes` says how many. */
    nodes: { type: "boolean", default: false },
    sizes: { type: "string" },
    /** How long honest callers wait while others are up to no good. */
    abuse: { type: "boolean", default: false },
    /** So many minutes of everything at once, with the memory it takes. */
    soak: { type: "string" },
  },
});
const options = {
  ...values,
  seconds: Number(values.seconds),
  connections: Number(values.connections),
  rounds: Number(values.rounds),
  sizes: values.sizes?.split(",").map(Number),
  soak: values.soak === undefined ? undefined : Number(values.soak),
  flags: values.profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${resolve(values.profile)}`],
};

async function startAll() {
  const { connections, against, flags } = options;
  const started = [await startOurs({ port: await freePort(), connections, flags })];
  if (against !== undefined) {
    const name = "the other version";
    started.push(await startOurs({ port: await freePort(), connections, name, tree: resolve(against) }));
  }
  const others = options.ours ? peerNames.slice(0, 1) : peerNames;
  for (const name of others) started.push(await startPeer(name, { port: await freePort(), connections }));
  return started.map(subjectOf);
}

async function peersBeside() {
  if (!options.ours) installLockfile(fileURLToPath(new URL(".", import.meta.url)));
  const subjects = await startAll();
  try {
    const rows = await compare(subjects, named(subjects[0], options.only), options);
    printReport(rows, subjects);
  } finally {
    await Promise.all(subjects.map(({ stop }) => stop()));
  }
}

execFileSync(process.execPath, [fileURLToPath(new URL("../scripts/build.mjs", import.meta.url))]);
const part = parts.find((name) => options[name]);
if (part === undefined) await peersBeside();
else await (await import(`./${part}.mjs`)).run(options);
