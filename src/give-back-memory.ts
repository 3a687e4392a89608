import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

type Collect = (how: Readonly<Record<"type" | "execution" | "flavor", string>>) => void;

/**
 * Collects all garbage and gives the room back to the system. Loading the program takes some 30 MB that are never needed
 * again, and V8 keeps them: nothing fills an idle process's heap again, so nothing empties it. Takes some tens of
 * milliseconds: for a moment when nobody waits.
 */
export function giveBackMemory(): void {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("globalThis.gc") as Collect | undefined;
  setFlagsFromString("--no-expose-gc");
  collect?.({ type: "major", execution: "sync", flavor: "last-resort" });
}

/** Milliseconds. */
const quietTime = 60_000;

/** The same after each busy time, once nothing was asked for a whole minute; `served` counts what was. Ends by its result. */
export function giveBackWhenQuiet(served: () => number, quiet: number = quietTime): () => void {
  let [seen, givenBackAt] = [0, 0];
  const look = () => {
    const now = served();
    if (now === seen && now !== givenBackAt) {
      giveBackMemory();
      givenBackAt = now;
    }
    seen = now;
  };
  const timer = setInterval(look, quiet).unref();
  return () => clearInterval(timer);
}
