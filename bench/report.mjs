const oursName = "mubarokah-id";
export const bareName = "node:http";

export function number(value, digits = 0) {
  if (!Number.isFinite(value)) return "–";
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export function printTable(head, rows) {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i].length)));
  const line = (cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(" | ")} |`;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  console.log([line(head), rule, ...rows.map(line)].join("\n"), "\n");
}

/** Answers that nobody expected make a figure worthless: they are told, and the process fails. */
export function tellWrong(rows) {
  for (const { scenario, subject, wrong } of rows.filter((row) => Object.keys(row.wrong).length > 0)) {
    console.log(`${scenario}, ${subject}: unexpected answers ${JSON.stringify(wrong)}\n`);
    process.exitCode = 1;
  }
}

/**
 * What is compared stands below each other; `first` is what the others are held against, in the same scenario or, where it
 * has none such, in the one that `instead` names.
 */
export function printAgainst(rows, first, what, instead = {}) {
  const baseOf = (scenario) => rows.find((row) => row.scenario === scenario && row.subject === first);
  printTable(
    ["scenario", what, "req/s", "of the first", "p50 ms", "p99 ms", "CPU µs", "of the first", "MB"],
    rows.map((row) => {
      const base = baseOf(row.scenario) ?? baseOf(instead[row.scenario]);
      return [
        ...[row.scenario, row.subject, number(row.perSecond), number(row.perSecond / base?.perSecond, 2)],
        ...[number(row.p50, 1), number(row.p99, 1), number(row.cpuMicroseconds)],
        ...[number(row.cpuMicroseconds / base?.cpuMicroseconds, 2), number(row.megabytes)],
      ];
    }),
  );
  tellWrong(rows);
}

/**
 * Requests per second of a quiet machine, and CPU time for each request, which other processes on the machine disturb
 * less.
 */
function printDetails(rows) {
  const head = ["scenario", "server", "req/s", "ours is faster by", "p50 ms", "p99 ms"];
  const lines = rows.map((row) => {
    const of = (name) => rows.find(({ scenario, subject }) => scenario === row.scenario && subject === name);
    const against = (ratio) => ([oursName, bareName].includes(row.subject) ? "" : number(ratio, 1));
    const { cpuMicroseconds: cpu } = row;
    return [
      ...[row.scenario, row.subject, number(row.perSecond), against(of(oursName).perSecond / row.perSecond)],
      ...[number(row.p50, 1), number(row.p99, 1), number(cpu)],
      ...[against(cpu / of(oursName).cpuMicroseconds), number(of(bareName).cpuMicroseconds / cpu, 2)],
      number(row.megabytes),
    ];
  });
  printTable([...head, "CPU µs", "ours costs less by", "share of bare", "MB"], lines);
}

/** Scenarios down, servers across: requests per second, and by how much ours is faster. */
function printSummary(rows, subjects) {
  const names = subjects.map(({ name }) => name);
  const scenarios = [...new Set(rows.map(({ scenario }) => scenario))];
  const cell = (scenario, name) => {
    const of = (subject) => rows.find((row) => row.scenario === scenario && row.subject === subject);
    const row = of(name);
    if (!row) return "–";
    const rate = number(row.perSecond);
    if (name === oursName) return `${rate}, p99 ${number(row.p99, 1)} ms`;
    if (name === bareName) return rate;
    return `${rate} (${number(of(oursName).perSecond / row.perSecond, 1)})`;
  };
  const loaded = (name) =>
    Math.max(...rows.filter(({ subject }) => subject === name).map(({ megabytes }) => megabytes));
  printTable(
    ["requests/s", ...names],
    [
      ...scenarios.map((scenario) => [scenario, ...names.map((name) => cell(scenario, name))]),
      ["MB idle / loaded", ...subjects.map(({ idle, name }) => `${number(idle)} / ${number(loaded(name))}`)],
      ["ready after, ms", ...subjects.map(({ readyMilliseconds }) => number(readyMilliseconds))],
    ],
  );
}

/** Errors must not be slower than what they refuse. */
const refusals = {
  "wrong secret": "client_credentials",
  "expired token": "user by token",
  "unknown token": "user by token",
};

function printRefusals(rows) {
  const ours = (name) => rows.find(({ scenario, subject }) => scenario === name && subject === oursName);
  const known = Object.entries(refusals).filter(([refusal, success]) => ours(refusal) && ours(success));
  if (known.length === 0) return;
  printTable(
    ["refusal", "CPU µs", "of", "CPU µs", "quotient"],
    known.map(([refusal, success]) => {
      const [one, other] = [ours(refusal).cpuMicroseconds, ours(success).cpuMicroseconds];
      return [refusal, number(one), success, number(other), number(one / other, 2)];
    }),
  );
}

export function printReport(rows, subjects) {
  console.log();
  printDetails(rows);
  printRefusals(rows);
  printSummary(rows, subjects);
  tellWrong(rows);
}
