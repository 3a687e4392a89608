// Where the tests put their databases: in memory where there is enough. They make and remove hundreds, and wait for the disk at
// each commit; processes are killed, not the machine, so that what the kernel was given is as safe there.
import { accessSync, constants, readFileSync, statfsSync } from "node:fs";
import { freemem, tmpdir } from "node:os";

const inMemory = "/dev/shm";
const enough = 2 ** 31;

/** Containers often mount it so that nothing there can be run, and the tests put programs into their folders. */
function runsPrograms() {
  const mounts = readFileSync("/proc/self/mounts", "utf8").split("\n");
  const mounted = mounts.map((line) => line.split(" ")).findLast(([, folder]) => folder === inMemory);
  return mounted !== undefined && !mounted[3].split(",").includes("noexec");
}

/** The folder for what does not outlive the tests. */
export function testFolder() {
  try {
    accessSync(inMemory, constants.W_OK);
    const { bavail, bsize } = statfsSync(inMemory);
    const roomy = bavail * bsize >= enough && freemem() >= 2 * enough;
    return roomy && runsPrograms() ? inMemory : tmpdir();
  } catch {
    return tmpdir();
  }
}
