import { parentPort } from "node:worker_threads";
import { compareSync } from "bcryptjs";

export interface BcryptQuestion {
  readonly hash: string;
  readonly text: string;
}

export interface BcryptAnswer {
  readonly matches: boolean;
}

parentPort?.on("message", ({ hash, text }: BcryptQuestion) => {
  const answer: BcryptAnswer = { matches: compareSync(text, hash) };
  parentPort?.postMessage(answer);
});
