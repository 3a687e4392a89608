import { readdirSync, readFileSync } from "node:fs";

/** Nanoseconds that the threads of a process have run. */
function threadTimes(pid) {
  const threads = readdirSync(`/proc/${pid}/task`);
  return threads.map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]),
  );
}

/** CPU time and resident memory of a process; not a number where there is no /proc. */
export function processFigures(pid) {
  try {
    const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return {
      cpuSeconds: threadTimes(pid).reduce((sum, time) => sum + time, 0) / 1e9,
      megabytes: Number(resident?.[1]) / 1024,
    };
  } catch {
    return { cpuSeconds: Number.NaN, megabytes: Number.NaN };
  }
}
