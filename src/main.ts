import { ConfigError, readConfig } from "./config.ts";
import { giveBackMemory, giveBackWhenQuiet } from "./give-back-memory.ts";
import { createLog } from "./http/log.ts";
import { runServer } from "./server.ts";
import { endInOrder } from "./stop.ts";

try {
  const config = readConfig();
  const log = createLog(config.logLevel);
  const wired = (served: () => number) => {
    giveBackMemory();
    giveBackWhenQuiet(served);
  };
  process.stdout.write(await runServer(config, log, { ending: endInOrder(log), wired }));
} catch (error) {
  const lines =
    error instanceof ConfigError ? error.lines : [error instanceof Error ? error.message : String(error)];
  process.stderr.write(`${lines.join("\n")}\n`);
  process.exit(1);
}
