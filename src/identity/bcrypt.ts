import { Worker } from "node:worker_threads";
import type { BcryptAnswer, BcryptQuestion } from "./bcrypt-thread.ts";
import { workQueue } from "./work-queue.ts";

/** Verifies what was hashed by another server. Node has no bcrypt, so it is computed in JavaScript, off the main thread. */
export interface Bcrypt {
  /** Rejects with `Overloaded` when too many wait. */
  matches(hash: string, text: string): Promise<boolean>;
}

/** Milliseconds without work after which the thread gives its memory back. */
const rest = 30_000;
/** Compiled and not, this file and its thread have the same ending. */
const thread = new URL(`./bcrypt-thread${/\.\w+$/.exec(import.meta.url)?.[0]}`, import.meta.url);

interface Asked {
  readonly resolve: (matches: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** One thread, begun when it is first needed, that keeps no process alive. At most `queueLimit` others wait. */
export function bcryptInThread(queueLimit: number): Bcrypt {
  const inTurn = workQueue(1, queueLimit);
  let worker: Worker | undefined;
  let asked: Asked | undefined;
  let sleep: NodeJS.Timeout | undefined;
  const end = (ended: Worker, error: unknown) => {
    if (worker === ended) worker = undefined;
    asked?.reject(error);
    asked = undefined;
  };
  const start = () => {
    const started = new Worker(thread);
    started.on("message", ({ matches }: BcryptAnswer) => asked?.resolve(matches));
    started.on("error", (error) => end(started, error));
    started.on("exit", () => end(started, new Error("The thread ended.")));
    return started;
  };
  const ask = async (question: BcryptQuestion) => {
    clearTimeout(sleep);
    worker ??= start();
    const current = worker;
    current.ref();
    try {
      return await new Promise<boolean>((resolve, reject) => {
        asked = { resolve, reject };
        current.postMessage(question);
      });
    } finally {
      asked = undefined;
      current.unref();
      sleep = setTimeout(() => void current.terminate(), rest).unref();
    }
  };
  return { matches: (hash, text) => inTurn(() => ask({ hash, text })) };
}
