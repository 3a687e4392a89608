import { measure, subjectOf } from "./compare.mjs";
import { startOurs } from "./ours.mjs";
import { number, printTable, tellWrong } from "./report.mjs";
import { freePort } from "./server.mjs";

/** Everything at once, each with its share of the connections. */
const together = [
  "client_credentials",
  "refresh",
  "user by token",
  "introspection",
  "code for a signed-in browser",
];
const looks = 20;

/** A stretch of the soak; the tokens that a scenario wears out are made anew for each. */
async function stretch(subject, seconds) {
  const share = { ...subject, connections: Math.max(1, Math.floor(subject.connections / together.length)) };
  const results = await Promise.all(together.map((name) => measure(share, name, { seconds })));
  return results.map((result, i) => ({ scenario: together[i], subject: "soak", ...result }));
}

function tendency(rows) {
  const middle = rows
    .slice(rows.length / 2 - rows.length / 4, rows.length / 2)
    .map(({ megabytes }) => megabytes);
  const last = rows.slice(-middle.length).map(({ megabytes }) => megabytes);
  const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
  return `Memory: ${number(mean(middle))} MB in the second quarter, ${number(mean(last))} MB in the last.`;
}

/** Everything for so many minutes: does memory stay where it is? */
export async function run(
  { soak: minutes, connections, flags, sizes: [count] = [looks] },
  start = startOurs,
) {
  const subject = subjectOf(await start({ port: await freePort(), connections, flags }));
  const began = performance.now();
  const rows = [];
  try {
    for (let look = 0; look < count; look++) {
      const results = await stretch(subject, (minutes * 60) / count);
      tellWrong(results);
      rows.push({
        minutes: (performance.now() - began) / 60_000,
        perSecond: results.reduce((sum, { perSecond }) => sum + perSecond, 0),
        p99: Math.max(...results.map(({ p99 }) => p99)),
        megabytes: results.at(-1).megabytes,
      });
      process.stderr.write(
        `${number(rows.at(-1).minutes, 1)} minutes: ${number(rows.at(-1).megabytes)} MB\n`,
      );
    }
  } finally {
    await subject.stop();
  }
  printTable(
    ["minutes", "req/s", "p99 ms", "MB"],
    rows.map((row) => [
      ...[number(row.minutes, 1), number(row.perSecond), number(row.p99, 1), number(row.megabytes)],
    ]),
  );
  console.log(`Idle: ${number(subject.idle)} MB. ${tendency(rows)}`);
}
