import type { Permitted } from "./endpoint.ts";
import { onceAMinute } from "./once-a-minute.ts";

const rememberedPairs = 10_000;

/** Keeps "last used" of a connected application true to the minute: a write beside the answer, which never waits for it. */
export function lastUse(): (request: Permitted) => void {
  const due = onceAMinute(rememberedPairs);
  return ({ call, access, user }) => {
    const { storage, clock } = call.site;
    const now = clock();
    if (!due(`${user.id} ${access.client.id}`, now)) return;
    storage
      .write(({ consents }) => consents.touch(user.id, access.client.id, now))
      .catch((err: unknown) => call.log.warn({ err }, "the last use of an application was not stored"));
  };
}
