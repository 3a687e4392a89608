const oursName = "mubarokah-id";
export const bareName = "node:http";

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
export function printReport(rows, subjects) {
  console.log();
  const head = [
    "scenario",
    "server",
    "req/s",
    "CPU µs",
    "share of bare",
    "ours costs less by",
    "p50 ms",
    "p99 ms",
  ];
  const lines = rows.map((row) => {
    const of = (name) => rows.find(({ scenario, subject }) => scenario === row.scenario && subject === name);
    const { cpuMicroseconds } = row;
    return [
      ...[row.scenario, row.subject, number(row.perSecond), number(cpuMicroseconds)],
      number(of(bareName).cpuMicroseconds / cpuMicroseconds, 2),
      row.subject === oursName ? "" : number(cpuMicroseconds / of(oursName).cpuMicroseconds, 1),
      ...[number(row.p50, 1), number(row.p99, 1)],
    ];
  });
  printTable(head, lines);
  for (const { scenario, subject, wrong } of rows.filter((row) => Object.keys(row.wrong).length > 0))
    console.log(`${scenario}, ${subject}: unexpected answers ${JSON.stringify(wrong)}`);
  printTable(
    ["server", "ready ms", "idle MB", "most MB under load"],
    subjects.map(({ name, readyMilliseconds, idle }) => {
      const loaded = Math.max(...rows.filter(({ subject }) => subject === name).map((row) => row.megabytes));
      return [name, number(readyMilliseconds), number(idle), number(loaded)];
    }),
  );
}
