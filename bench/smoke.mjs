// Every part of the benchmark in so small a form that it takes seconds: its figures mean nothing, it must only not break.
import * as abuse from "./abuse.mjs";
import { compare, named, subjectOf } from "./compare.mjs";
import * as sweep from "./connections-sweep.mjs";
import * as growth from "./growth.mjs";
import * as nodes from "./nodes.mjs";
import { startOurs } from "./ours.mjs";
import { printReport } from "./report.mjs";
import * as soak from "./soak.mjs";

const tiny = { seconds: 0.1, rounds: 1, connections: 4, flags: [], only: "" };

let shared;

/** The first part starts a server, all others use it too. */
async function startOnce(settings) {
  shared ??= await startOurs({ ...settings, connections: tiny.connections });
  return { ...shared, name: settings.name ?? "mubarokah-id", stop: () => Promise.resolve() };
}

async function side() {
  const subject = subjectOf(await startOnce({ connections: tiny.connections }));
  const bare = { ...subject, name: "node:http", scenarios: { livez: subject.scenarios.livez } };
  printReport(await compare([subject, bare], named(subject, "refresh,expired,sign-in"), tiny), [
    subject,
    bare,
  ]);
}

try {
  await Promise.all([
    nodes.run({ ...tiny, sizes: [1, 2], only: "refresh" }),
    growth.run({ ...tiny, sizes: [300], only: "many" }, startOnce),
  ]);
  await side();
  await sweep.run({ ...tiny, sizes: [1, 4], only: "refresh" }, startOnce);
  await abuse.run({ ...tiny, only: "slow,sign-ins" }, startOnce);
  await soak.run({ ...tiny, soak: 0.005, sizes: [2] }, startOnce);
} finally {
  await shared?.stop();
}
