import { drive } from "./drive.mjs";
import { processFigures } from "./process-figures.mjs";
import { bareName } from "./report.mjs";

/** As many for the slow as for the fast: what a process does beside its requests weighs the same. */
const requestsPerRound = 4_000;
/**
 * Sixty thousand requests until V8 has compiled what matters: at first a request costs three times as much, and after
 * twenty thousand its compilers still take a third of what is measured.
 */
const requestsToWarmUp = 60_000;

/** What is started, with what it costs before anybody asked. */
export function subjectOf(started) {
  const [{ pid }] = started.nodes;
  return { ...started, idle: processFigures(pid).megabytes, orders: new Map() };
}

/** Tokens that may be used again are made once: making them is other work, and V8 is busy with it for a while after. */
async function orderOf({ scenarios, orders }, name) {
  const known = orders.get(name);
  if (known) return known;
  const order = await scenarios[name]();
  if (!(order.once || order.chain)) orders.set(name, order);
  return order;
}

/** One round of a scenario at one subject. */
export async function measure(subject, name, bounds) {
  const { nodes = subject.nodes, ...order } = await orderOf(subject, name);
  return drive({ ...subject, nodes }, { connections: subject.connections, ...bounds, ...order });
}

/** A scenario at all subjects in alternation, after a round to warm up; of each the round that was disturbed least. */
async function compareOne(subjects, name, { rounds, seconds }) {
  const best = new Map();
  for (let round = 0; round <= rounds; round++) {
    for (const subject of subjects) {
      process.stderr.write(`${name}: ${subject.name}, round ${round} of ${rounds} …\n`);
      const warmUp = { seconds: seconds * 5, count: requestsToWarmUp };
      const bounds = round === 0 ? warmUp : { seconds, count: requestsPerRound };
      const result = await measure(subject, subject.scenarios[name] ? name : "livez", bounds);
      const known = best.get(subject);
      if (round > 0 && !(known?.cpuMicroseconds <= result.cpuMicroseconds)) best.set(subject, result);
    }
  }
  return [...best].map(([subject, result]) => ({ scenario: name, subject: subject.name, ...result }));
}

/** Rows of figures, one for each scenario and each subject that has it. */
export async function compare(subjects, names, bounds) {
  const rows = [];
  for (const name of names) {
    const taking = subjects.filter((subject) => subject.scenarios[name] || subject.name === bareName);
    if (taking.length > 0) rows.push(...(await compareOne(taking, name, bounds)));
  }
  return rows;
}

/** The scenarios of a subject whose names have one of the words in them; all of them without words. */
export function named(subject, words) {
  const wanted = words.split(",").filter(Boolean);
  const names = Object.keys(subject.scenarios);
  return wanted.length === 0 ? names : names.filter((name) => wanted.some((word) => name.includes(word)));
}
