const oursName = "mubarokah-id";

function number(value, digits = 0) {
  return Number.isFinite(value) ? value.toFixed(digits) : "–";
}

function printTable(head, rows) {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i].length)));
  const line = (cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(" | ")} |`;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  console.log([line(head), rule, ...rows.map(line)].join("\n"), "\n");
}

/**
 * Shares are quotients of CPU time for each request, which other processes on the machine disturb less than requests
 * per second; those are beside them.
 */
export function printReport(rows, bare, subjects) {
  console.log(
    `\nA bare node:http answer: ${number(bare.perSecond)} requests/s, ${number(bare.cpuMicroseconds, 1)} µs of CPU\n`,
  );
  printTable(
    [
      "scenario",
      "server",
      "req/s",
      "CPU µs",
      "share of bare",
      "ours is faster by",
      "p50 ms",
      "p99 ms",
      "wrong",
    ],
    rows.map((row) => {
      const ours = rows.find(({ scenario, subject }) => scenario === row.scenario && subject === oursName);
      const times = row.subject === oursName ? "" : number(row.cpuMicroseconds / ours.cpuMicroseconds, 1);
      return [
        ...[row.scenario, row.subject, number(row.perSecond), number(row.cpuMicroseconds)],
        ...[number(bare.cpuMicroseconds / row.cpuMicroseconds, 2), times],
        ...[number(row.p50, 1), number(row.p99, 1), JSON.stringify(row.wrong)],
      ];
    }),
  );
  printTable(
    ["server", "ready ms", "idle MB", "most MB under load"],
    subjects.map(({ name, readyMilliseconds, idle }) => {
      const loaded = Math.max(...rows.filter(({ subject }) => subject === name).map((row) => row.megabytes));
      return [name, number(readyMilliseconds), number(idle), number(loaded)];
    }),
  );
}
