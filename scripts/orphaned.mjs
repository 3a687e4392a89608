// Notices that the npm above this process died without a word (kill -9), so that no server is left behind.
import { readFileSync } from "node:fs";

/** Name and parent of a process, from Linux' /proc; undefined elsewhere or when it is gone. */
function look(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const end = stat.lastIndexOf(")");
    return { name: stat.slice(stat.indexOf("(") + 1, end), parent: stat.slice(end + 2).split(" ")[1] };
  } catch {
    return undefined;
  }
}

/** What is above us up to npm, which runs scripts through a shell that may stand between. */
function lineage() {
  const above = look(process.ppid);
  return /^(ba|da|a|z)?sh$/.test(above?.name ?? "") ? `${process.ppid} ${above.parent}` : `${process.ppid}`;
}

/** Calls back once when run by npm and npm is gone. Started by hand, a process may well outlive its parent (nohup). */
export function onOrphaned(callback) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const born = lineage();
  const timer = setInterval(() => {
    if (lineage() === born) return;
    clearInterval(timer);
    callback();
  }, 500);
  timer.unref();
}
