// One process that serves many installations, one for each file of tests: what takes longest about a start is to load
// the program, and that is done once. Speaks with server-process.ts over its channel; ends with it.
import type { readConfig } from "../../src/config.ts";
import type { createLog } from "../../src/http/log.ts";
import type { runServer } from "../../src/server.ts";

/** To the host: start an installation, stop it. */
export type HostRequest =
  | { readonly id: string; readonly start: NodeJS.ProcessEnv; readonly folder: string }
  | { readonly id: string; readonly stop: true };

/** From the host: what it wrote to its log; that it is up or gone, or why not. */
export type HostAnswer =
  | { readonly id: string; readonly printed: string }
  | { readonly id: string; readonly done: string | null };

interface Program {
  readonly readConfig: typeof readConfig;
  readonly createLog: typeof createLog;
  readonly runServer: typeof runServer;
}

/** The built program: the sources hold JSX, which Node does not read. */
async function program(): Promise<Program> {
  const load = (path: string) => import(new URL(`../../dist/${path}.js`, import.meta.url).href);
  return Object.assign({}, ...(await Promise.all(["config", "http/log", "server"].map(load))));
}

type Step = () => void | Promise<void>;

const { readConfig: configOf, createLog: logTo, runServer: serve } = await program();
const running = new Map<string, readonly Step[]>();
const answer = (message: HostAnswer) => void process.send?.(message);

async function start(id: string, environment: NodeJS.ProcessEnv, folder: string): Promise<void> {
  const steps: Step[] = [];
  running.set(id, steps);
  process.chdir(folder);
  const config = configOf(environment);
  const log = logTo(config.logLevel, { write: (line) => answer({ id, printed: line }) });
  const ending = { first: (step: Step) => void steps.unshift(step) };
  answer({ id, printed: await serve(config, log, { ending, wired: () => {} }) });
}

async function stop(id: string): Promise<void> {
  const steps = running.get(id) ?? [];
  running.delete(id);
  for (const step of steps) await step();
}

async function obey(request: HostRequest): Promise<string | null> {
  try {
    if ("start" in request) await start(request.id, request.start, request.folder);
    else await stop(request.id);
    return null;
  } catch (error) {
    await stop(request.id);
    return error instanceof Error ? error.message : String(error);
  }
}

let last: Promise<unknown> = Promise.resolve();
process.on("message", (request: HostRequest) => {
  // One after the other: where an installation is started is the folder of the whole process.
  last = last.then(async () => answer({ id: request.id, done: await obey(request) }));
});
process.on("disconnect", () => process.exit(0));
