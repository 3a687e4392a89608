import { randomBytes } from "node:crypto";
import { commands } from "./cli/commands.ts";
import { run } from "./cli/run.ts";
import { storageOnDemand } from "./cli/storage.ts";
import { surroundingEnvironment } from "./config.ts";
import { rowIds } from "./protocol/row-id.ts";

const environment = surroundingEnvironment();
const opened = storageOnDemand(environment);
const finished = await run(process.argv.slice(2), commands, {
  clock: Date.now,
  entropy: randomBytes,
  ids: rowIds(Date.now, randomBytes),
  environment,
  stdin: process.stdin,
  progress: (line) => void process.stderr.write(`${line}\n`),
  storage: opened.storage,
});
await opened.close();
process.stderr.write(finished.stderr);
process.stdout.write(finished.stdout);
process.exitCode = finished.exitCode;
