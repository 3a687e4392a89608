import type { Clock } from "../protocol/ambient.ts";
import type { KeyRing } from "../protocol/key-ring.ts";
import type { Message } from "../storage/port/messages.ts";
import type { Storage } from "../storage/port/storage.ts";
import type { RequestLog } from "../web/context.ts";
import { openMessage } from "../web/mail.ts";
import { retryDelay } from "./retry-delay.ts";
import { type Attempt, type MailTransport, smtpTransport } from "./smtp.ts";

export interface DeliveryOptions {
  readonly storage: Storage;
  readonly keys: KeyRing;
  readonly clock: Clock;
  /** `outbox:` sends nothing and keeps messages readable for `/dev/outbox`. */
  readonly mail: { readonly url: string; readonly from: string };
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

/** As many at once as mail servers grant one sender without complaint. */
const batch = 5;
/** Longer than an attempt can take, so that no message goes out twice. */
const lease = 120_000;
const patience = 10_000;

/** Sends what is queued, and tries again later what could not be sent; starts at once. */
export function deliveryJob(options: DeliveryOptions): DeliveryJob {
  const { mail, interval = 2000 } = options;
  const transport = mail.url === "outbox:" ? undefined : smtpTransport(mail.url, mail.from);
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
      const full = await round(options, transport);
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
async function round(options: DeliveryOptions, transport: MailTransport | undefined): Promise<boolean> {
  try {
    const now = options.clock();
    const due = await options.storage.write(({ messages }) => messages.lease(now, now + lease, batch));
    await Promise.all(due.map((message) => deliver(options, transport, message)));
    return due.length === batch;
  } catch (error) {
    options.log.warn({ err: error }, "mail queue out of reach");
    return false;
  }
}

async function deliver(
  options: DeliveryOptions,
  transport: MailTransport | undefined,
  message: Message,
): Promise<void> {
  const { storage, clock, keys } = options;
  const content = openMessage(keys, message);
  if (!content) return giveUp(options, message, { code: "EKEY", status: undefined });
  if (!transport) {
    await storage.write(({ messages }) => messages.sent(message.id, clock(), false));
    return;
  }
  const attempt = await transport.send(message.id, { to: message.recipient, ...content });
  if (attempt.outcome !== "sent") return after(options, message, attempt);
  await storage.write(({ messages }) => messages.sent(message.id, clock(), true));
}

type Failure = Exclude<Attempt, { outcome: "sent" }>;

async function after(options: DeliveryOptions, message: Message, failure: Failure): Promise<void> {
  const { storage, clock, log } = options;
  const delay = retryDelay(message.attempts, clock() - message.createdAt, Math.random());
  if (failure.outcome === "refused" || delay === undefined) return giveUp(options, message, failure.facts);
  log.warn({ messageId: message.id, attempts: message.attempts, ...failure.facts }, "mail not sent yet");
  await storage.write(({ messages }) => messages.retry(message.id, clock() + delay));
}

async function giveUp(
  { storage, clock, log }: DeliveryOptions,
  { id, attempts }: Message,
  facts: Failure["facts"],
): Promise<void> {
  log.error({ messageId: id, attempts, ...facts }, "mail given up");
  await storage.write(({ messages }) => messages.fail(id, clock()));
}
