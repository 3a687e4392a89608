import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { processFigures } from "./process-figures.mjs";

const load = fileURLToPath(new URL("load.mjs", import.meta.url));

/** Has the load generator fulfil one order, in a process of its own. */
export function fire(order) {
  return new Promise((resolve, reject) => {
    const child = fork(load);
    const lost = setTimeout(() => child.kill("SIGKILL"), (order.seconds + 20) * 1000);
    child.once("message", (answer) => (answer.failed ? reject(new Error(answer.failed)) : resolve(answer)));
    child.once("exit", () => {
      clearTimeout(lost);
      reject(new Error("the load generator ended without a result"));
    });
    child.send(order);
  });
}

/** The same order with what it cost the process that answered. */
export async function drive(pid, order) {
  const before = processFigures(pid);
  const result = await fire(order);
  const after = processFigures(pid);
  return {
    perSecond: result.requests / result.seconds,
    cpuMicroseconds: ((after.cpuSeconds - before.cpuSeconds) / result.requests) * 1e6,
    requests: result.requests,
    p50: result.p50,
    p99: result.p99,
    wrong: result.wrong,
    megabytes: after.megabytes,
  };
}
