// The load generator, a process of its own: raw keep-alive sockets, one request on each at a time, bounded by time and count.
// Receives orders by IPC and answers each with what it saw: see `drive` in drive.mjs.
import { openLine } from "./line.mjs";

/** One request as it goes over the wire. */
function written({ head, body }) {
  return body === "" ? `${head}\r\n` : `${head}Content-Length: ${body.length}\r\n\r\n${body}`;
}

/** `{name}` stands for what an earlier answer on the same connection had. */
function filled({ head, body }, values) {
  const fill = (text) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  return written({ head: fill(head), body: fill(body) });
}

/**
 * What the order consists of: tasks of one step each, or one task of several steps that are timed together, as a whole
 * sign-in is. A step that takes something from its answers is filled anew each time; all others are written once.
 */
function tasksOf({ flow, chain, requests, expect, port, publicPort = port }) {
  const addressed = (step) => ({
    ...step,
    head: step.head.replace("Host: localhost\r\n", `Host: localhost:${publicPort}\r\n`),
  });
  const varying = (step, take = {}) => ({
    expect,
    ...addressed(step),
    varies: true,
    take: Object.entries(take).map(([name, pattern]) => [name, new RegExp(pattern, "i")]),
  });
  if (flow) return [flow.map((step) => varying(step, step.take))];
  if (chain) return requests.map((step) => [varying(step, { token: chain.next })]);
  return requests.map((step) => [{ text: written(addressed(step)), expect, take: [] }]);
}

/** Hands out tasks until the order is fulfilled: in a circle or each once; with a rate, each at its time. */
function supply(order, tasks) {
  const { once, count = Number.POSITIVE_INFINITY, seconds, rate } = order;
  const most = once ? Math.min(count, tasks.length) : count;
  const began = performance.now();
  const end = began + seconds * 1000;
  let given = 0;
  return () => {
    if (given >= most || performance.now() > end) return undefined;
    const due = rate === undefined ? 0 : began + (given * 1000) / rate;
    if (due > end) return undefined;
    const steps = tasks[given % tasks.length];
    given += 1;
    return { steps, due, number: given };
  };
}

/** Sends the steps of a task one after another; a flow ends at the first answer that is not as expected. */
async function perform(steps, line, values, seen) {
  for (const step of steps) {
    const answer = await line.ask(step.varies ? filled(step, values) : step.text);
    const right = seen(answer, step.expect);
    for (const [name, pattern] of step.take) {
      const found = pattern.exec(answer);
      // A failed link must not be asked for over and over: a chain stays where it was.
      if (found) values[name] = found[1];
    }
    if (!right && steps.length > 1) return;
  }
}

/** When a task begins: at its time, or earlier than now if all connections were busy then. */
async function turnOf({ due }) {
  const wait = due - performance.now();
  if (due === 0) return performance.now();
  if (wait <= 0) return due;
  await new Promise((resolve) => setTimeout(resolve, wait));
  return performance.now();
}

/** Addresses of this machine; the first is everybody's own. */
function addressOf({ addresses }, number) {
  if (addresses === undefined) return "127.0.0.1";
  return `127.0.${1 + Math.floor((number % addresses) / 250)}.${1 + ((number % addresses) % 250)}`;
}

/** Fulfils tasks on one connection until there are no more; with `fresh`, each on a connection and from an address of its own. */
async function lane(order, next, seen, took, index) {
  const values = { token: order.chain?.tokens[index] };
  let line;
  for (let task = next(); task; task = next()) {
    const began = await turnOf(task);
    line ??= await openLine(order.port, addressOf(order, order.fresh ? task.number : index));
    await perform(task.steps, line, values, seen);
    took(performance.now() - began);
    if (!order.fresh) continue;
    line.close();
    line = undefined;
  }
  line?.close();
}

async function run(order) {
  const next = supply(order, tasksOf(order));
  const times = [];
  const captured = [];
  const wrong = {};
  const capture = order.capture && new RegExp(order.capture);
  const seen = (answer, expect) => {
    const status = answer.slice(9, 12);
    const right = expect === undefined || status === String(expect);
    if (!right) wrong[status] = (wrong[status] ?? 0) + 1;
    if (capture) captured.push(capture.exec(answer)?.[1]);
    return right;
  };
  const took = (milliseconds) => times.push(milliseconds);
  const began = performance.now();
  await Promise.all(Array.from({ length: order.connections }, (_, i) => lane(order, next, seen, took, i)));
  const seconds = (performance.now() - began) / 1000;
  return { seconds, times: Float64Array.from(times), wrong, captured };
}

process.on("message", async (order) => {
  process.send(await run(order).catch((error) => ({ failed: error.message })));
});
