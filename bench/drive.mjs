import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { processFigures } from "./process-figures.mjs";

const load = fileURLToPath(new URL("load.mjs", import.meta.url));
const holding = fileURLToPath(new URL("holding.mjs", import.meta.url));

/** Load generators that wait for an order: a new one would first have to be compiled. They end with this process. */
const waiting = [];

function generator() {
  const child = waiting.pop() ?? fork(load, { serialization: "advanced" });
  child.ref();
  child.channel?.ref();
  return child;
}

function putBack(child) {
  child.unref();
  child.channel?.unref();
  waiting.push(child);
}

/** Has a load generator fulfil one order, in a process of its own; one with `hold` keeps connections open instead. */
export function fire(order) {
  return new Promise((resolve, reject) => {
    const child = order.hold ? fork(holding, { serialization: "advanced" }) : generator();
    const lost = setTimeout(() => child.kill("SIGKILL"), (order.seconds + 20) * 1000);
    const gone = () => {
      clearTimeout(lost);
      reject(new Error("the load generator ended without a result"));
    };
    child.once("exit", gone);
    child.once("message", (answer) => {
      clearTimeout(lost);
      child.off("exit", gone);
      if (answer.failed) {
        // Its other connections may still be at it.
        child.kill();
        reject(new Error(answer.failed));
        return;
      }
      if (!order.hold) putBack(child);
      resolve(answer);
    });
    child.send(order);
  });
}

/** The share of an order that one of several nodes gets. */
function shareOf(order, index, nodes) {
  const of = (list) => list.filter((_, i) => i % nodes === index);
  return {
    ...order,
    connections: Math.max(1, Math.floor(order.connections / nodes)),
    count: order.count && Math.ceil(order.count / nodes),
    ...(order.once && { requests: of(order.requests) }),
    ...(order.chain && { chain: { ...order.chain, tokens: of(order.chain.tokens) } }),
  };
}

function added(all) {
  const sum = {};
  for (const one of all)
    for (const [name, value] of Object.entries(one)) sum[name] = (sum[name] ?? 0) + value;
  return sum;
}

/** What the nodes and `counters`, if any, have counted so far. */
async function counted({ nodes, counters }) {
  const { cpuSeconds, megabytes } = added(nodes.map(({ pid }) => processFigures(pid)));
  return { cpuSeconds, megabytes, ...(await counters?.()) };
}

/**
 * The order put to a subject, which is one node or several that share it, with what it cost: CPU of the nodes, and
 * whatever `counters` of the subject counts, for each request.
 */
export async function drive(subject, order) {
  const { nodes } = subject;
  const before = await counted(subject);
  const results = await Promise.all(
    nodes.map(({ port }, i) => fire({ ...shareOf(order, i, nodes.length), port })),
  );
  const { megabytes, ...after } = await counted(subject);
  const times = Float64Array.from(results.flatMap((result) => [...result.times])).sort();
  const requests = times.length;
  const at = (share) => times[Math.min(requests - 1, Math.floor(requests * share))] ?? 0;
  const each = (name) => (after[name] - before[name]) / requests;
  return {
    requests,
    perSecond: results.reduce((sum, { times: own, seconds }) => sum + own.length / seconds, 0),
    cpuMicroseconds: each("cpuSeconds") * 1e6,
    each: Object.fromEntries(Object.keys(after).map((name) => [name, each(name)])),
    p50: at(0.5),
    p99: at(0.99),
    wrong: added(results.map((result) => result.wrong)),
    megabytes,
  };
}
