export interface Stopping {
  /** Has this done when the process ends, before everything that was named earlier. */
  first(step: () => void | Promise<void>): void;
}

interface EndingLog {
  info(message: string): void;
  fatal(facts: object, message: string): void;
  /** Writes what is still buffered. */
  end(): void;
}

/**
 * Ends the process in order when it is asked to (SIGTERM, SIGINT), or when the launcher that holds the other end of
 * its channel is gone, however it went. A second Ctrl-C ends it at once, but not within a second: a terminal and the
 * launcher both pass on the first one. What nobody handled ends it with 1: what it left behind cannot be trusted.
 */
export function endInOrder(log: EndingLog): Stopping {
  const steps: (() => void | Promise<void>)[] = [];
  let askedAt: number | undefined;
  const end = (code: number) => {
    log.end();
    process.exit(code);
  };
  const fail = (error: unknown) => {
    log.fatal({ err: error }, "unhandled");
    end(1);
  };
  const stop = async () => {
    askedAt = performance.now();
    log.info("stopping");
    for (const step of steps) await step();
    end(0);
  };
  const asked = () => {
    if (askedAt === undefined) stop().catch(fail);
    else if (performance.now() - askedAt > 1000) end(130);
  };
  process.on("SIGTERM", asked);
  process.on("SIGINT", asked);
  process.on("disconnect", asked);
  process.on("uncaughtException", fail);
  return { first: (step) => void steps.unshift(step) };
}
