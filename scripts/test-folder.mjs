// Where the tests put their databases: in memory where there is enough. They make and remove hundreds, and wait for the disk at
// each commit; processes are killed, not the machine, so that what the kernel was given is as safe there.
import { accessSync, constants, statfsSync } from "node:fs";
import { freemem, tmpdir } from "node:os";

const inMemory = "/dev/shm";
const enough = 2 ** 31;

/** The folder for what does not outlive the tests. */
export function testFolder() {
  try {
    accessSync(inMemory, constants.W_OK);
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize >= enough && freemem() >= 2 * enough ? inMemory : tmpdir();
  } catch {
    return tmpdir();
  }
}
