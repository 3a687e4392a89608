import type { Clock } from "../protocol/ambient.ts";
import type { KeyRing } from "../protocol/key-ring.ts";
import type { Channel, Message, MessageFailure } from "../storage/port/messages.ts";
import type { Storage } from "../storage/port/storage.ts";
import type { RequestLog } from "../web/context.ts";
import { type MessageContent, openMessage } from "../web/message.ts";
import type { CircuitBreaker } from "./circuit-breaker.ts";
import { type RetryPolicy, retryDelay } from "./retry-delay.ts";
import type { Attempt, FailureFacts, Transport } from "./transport.ts";

export interface DeliveryOptions {
  readonly storage: Storage;
  readonly keys: KeyRing;
  readonly clock: Clock;
  /** A job serves one channel, so that one that is slow or down holds up no other. */
  readonly channel: Channel;
  /** Undefined: nothing is sent, and messages stay readable for `/dev/outbox`. */
  readonly transport: Transport | undefined;
  readonly retries: RetryPolicy;
  readonly breaker?: CircuitBreaker;
  /** Asked before each message is sent for the first time; what may not be sent is given up. */
  readonly mayBeSent?: (to: string, content: MessageContent) => Promise<boolean>;
  readonly log: Pick<RequestLog, "info" | "warn" | "error">;
  /** Milliseconds between looks into the queue when nobody calls `poke`. */
  readonly interval?: number;
}

export interface DeliveryJob {
  /** Something was queued: look now. */
  poke(): void;
  /** Takes nothing new and waits for what is under way, for at most ten seconds; the rest stays queued. */
  stop(): Promise<void>;
}

/** As many at once as servers grant one sender without complaint. */
const batch = 5;
/** Longer than an attempt can take, so that no message goes out twice. */
const lease = 120_000;
const patience = 10_000;

/** Sends what is queued, and tries again later what could not be sent; starts at once. */
export function deliveryJob(options: DeliveryOptions): DeliveryJob {
  const { interval = 2000 } = options;
  let stopped = false;
  let poked = false;
  let wake = () => {};
  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, interval);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async () => {
    while (!stopped) {
      poked = false;
      const full = await round(options);
      if (!(stopped || poked || full)) await rest();
    }
  };
  const running = run();
  return {
    poke() {
      poked = true;
      wake();
    },
    async stop() {
      stopped = true;
      wake();
      let timer: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patience);
      });
      await Promise.race([running, enough]);
      clearTimeout(timer);
    },
  };
}

/** True when there may be more that is due. */
async function round(options: DeliveryOptions): Promise<boolean> {
  const { storage, clock, channel, breaker, log } = options;
  const room = breaker?.room(batch) ?? batch;
  if (room === 0) return false;
  try {
    const now = clock();
    const due = await storage.write(({ messages }) => messages.lease(channel, now, now + lease, room));
    await Promise.all(due.map((message) => deliver(options, message)));
    return due.length === room;
  } catch (error) {
    log.warn({ err: error }, `${channel} queue out of reach`);
    return false;
  }
}

async function deliver(options: DeliveryOptions, message: Message): Promise<void> {
  const { storage, clock, keys, transport, breaker } = options;
  const content = openMessage(keys, message);
  if (!content) return giveUp(options, message, "unreadable", { code: "EKEY", status: undefined });
  if (message.expiresAt !== null && message.expiresAt <= clock())
    return giveUp(options, message, "late", { code: "ELATE", status: undefined });
  if (message.attempts === 1 && !((await options.mayBeSent?.(message.recipient, content)) ?? true))
    return giveUp(options, message, "late", { code: "ELIMIT", status: undefined });
  if (!transport) {
    await storage.write(({ messages }) => messages.sent(message.id, clock(), false));
    return;
  }
  const attempt = await transport.send(message.id, { to: message.recipient, ...content });
  breaker?.note(attempt);
  if (attempt.outcome !== "sent") return after(options, message, attempt);
  await storage.write(({ messages }) => messages.sent(message.id, clock(), true));
}

type Failure = Exclude<Attempt, { outcome: "sent" }>;

async function after(options: DeliveryOptions, message: Message, failure: Failure): Promise<void> {
  const { storage, clock, retries, channel, log } = options;
  if (failure.outcome === "refused") return giveUp(options, message, "recipient", failure.facts);
  const delay = retryDelay(retries, message.attempts, clock() - message.createdAt, Math.random());
  if (delay === undefined) return giveUp(options, message, "late", failure.facts);
  const facts = { messageId: message.id, attempts: message.attempts, ...failure.facts };
  log.warn(facts, `${channel} not sent yet`);
  await storage.write(({ messages }) => messages.retry(message.id, clock() + delay));
}

async function giveUp(
  { storage, clock, channel, log }: DeliveryOptions,
  { id, attempts }: Message,
  failure: MessageFailure,
  facts: FailureFacts,
): Promise<void> {
  log.error({ messageId: id, attempts, ...facts }, `${channel} given up`);
  await storage.write(({ messages }) => messages.fail(id, clock(), failure));
}
