import { isMubarokahError, type MubarokahError } from "../errors/mubarokah-error.ts";
import { ownError } from "../errors/own-error.ts";
import { errorOfAnswer } from "../errors/server-error.ts";
import type { Settings } from "../settings.ts";
import { type Answer, readAnswer } from "./answer.ts";
import { pauseBeforeRetry } from "./retry.ts";
import { untilAborted } from "./until-aborted.ts";

/** One request to the server. */
export interface Call {
  readonly path: string;
  readonly method?: "POST" | "PATCH";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Sending it again does no harm even if the first one arrived. */
  readonly repeatable: boolean;
}

async function exchange({ fetch, issuer }: Settings, call: Call, signal: AbortSignal): Promise<Answer> {
  const { path, method = "GET", headers, body } = call;
  try {
    const response = await fetch(issuer + path, {
      method,
      headers: { Accept: "application/json", ...headers },
      redirect: "manual",
      signal,
      ...(body === undefined ? {} : { body }),
    });
    return await readAnswer(response);
  } catch (error) {
    throw isMubarokahError(error) ? error : ownError("network_error", "connection_failed", { cause: error });
  }
}

function expiry({ clock, timeoutMs }: Settings, over: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => over.aborted || reject(ownError("timeout", "no_answer"));
    clock.sleep(timeoutMs, over).then(end, reject);
  });
}

/** One attempt. A `fetch` that ignores its signal is left behind all the same. */
async function attempt(settings: Settings, call: Call, over: AbortSignal): Promise<Answer> {
  const answer = await Promise.race([exchange(settings, call, over), expiry(settings, over)]);
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw errorOfAnswer(answer, settings.issuer, settings.clock.now());
}

/** Sends it, again if that is safe and can help. Throws a `MubarokahError` for all but 2xx. */
export async function send(settings: Settings, call: Call, signal?: AbortSignal): Promise<Answer> {
  for (let sent = 1; ; sent++) {
    try {
      return await untilAborted(signal, (over) => attempt(settings, call, over));
    } catch (error) {
      const pause = pauseBeforeRetry(error as MubarokahError, call.repeatable, sent, settings);
      if (pause === undefined) throw error;
      await untilAborted(signal, (over) => settings.clock.sleep(pause, over));
    }
  }
}
