import { readFileSync } from "node:fs";

/** Clock ticks of Linux: a hundredth of a second on every platform that Node runs on. */
const ticksPerSecond = 100;

/** CPU time and resident memory of a process; not a number where there is no /proc. */
export function processFigures(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return {
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond,
      megabytes: Number(resident?.[1]) / 1024,
    };
  } catch {
    return { cpuSeconds: Number.NaN, megabytes: Number.NaN };
  }
}
