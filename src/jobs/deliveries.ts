import type { RateLimiter } from "../identity/rate-limit.ts";
import type { Brand } from "../ui/brand.ts";
import type { MessageContent } from "../web/message.ts";
import type { WhatsApp } from "../web/whatsapp.ts";
import { circuitBreaker } from "./circuit-breaker.ts";
import { type DeliveryJob, type DeliveryOptions, deliveryJob } from "./delivery.ts";
import { mailRetries, whatsAppRetries } from "./retry-delay.ts";
import { smtpTransport } from "./smtp.ts";
import { type CloudApi, cloudApiTransport } from "./whatsapp/cloud-api.ts";
import { isAboutRecipient, reportedFailure } from "./whatsapp/cloud-errors.ts";

/** What the operator set; null where a channel is not offered. */
export interface ChannelSettings {
  readonly brand: Brand;
  /** `outbox:` sends nothing and keeps messages readable at `/dev/outbox`. */
  readonly mail: { readonly url: string; readonly from: string };
  readonly whatsapp: {
    readonly number: string | null;
    /** Null: the outbox. */
    readonly api: CloudApi | null;
  } | null;
}

type Shared = Pick<DeliveryOptions, "storage" | "keys" | "clock" | "log"> & { readonly limiter: RateLimiter };

/** The outgoing channels of this process; they start at once. */
export interface Deliveries {
  readonly mailQueued: () => void;
  readonly whatsapp: WhatsApp | undefined;
  stop(): Promise<void>;
}

export function startDeliveries(settings: ChannelSettings, shared: Shared): Deliveries {
  const { mail } = settings;
  const transport = mail.url === "outbox:" ? undefined : smtpTransport(mail.url, mail.from, settings.brand);
  const mails = deliveryJob({ ...shared, channel: "mail", transport, retries: mailRetries });
  const messages = settings.whatsapp && whatsAppChannel(settings.whatsapp, shared);
  return {
    mailQueued: mails.poke,
    whatsapp: messages?.whatsapp,
    stop: async () => {
      await Promise.all([mails.stop(), messages?.job.stop()]);
    },
  };
}

/** Codes were counted when they were asked for. Notices cost as much, and a signed-in person could cause any number. */
async function noticeIsDue(
  limiter: RateLimiter,
  to: string,
  template: MessageContent["template"],
): Promise<boolean> {
  if (template !== "notice") return true;
  const state = await limiter.hit("whatsapp_notices_by_number", to);
  if (state?.allowed === false) return false;
  return (await limiter.hit("whatsapp_to_known_numbers", "all"))?.allowed ?? true;
}

function whatsAppChannel(
  { number, api }: NonNullable<ChannelSettings["whatsapp"]>,
  shared: Shared,
): { readonly job: DeliveryJob; readonly whatsapp: WhatsApp } {
  const breaker = circuitBreaker(shared.clock);
  const transport = api ? cloudApiTransport(api) : undefined;
  const job = deliveryJob({
    ...shared,
    channel: "whatsapp",
    transport,
    retries: whatsAppRetries,
    breaker,
    mayBeSent: (to, { template }) => noticeIsDue(shared.limiter, to, template),
  });
  const whatsapp = {
    number: number ?? undefined,
    notices: api === null || api.noticeTemplate !== null,
    outage: breaker.outage,
    queued: job.poke,
    aboutRecipient: (codes: readonly number[]) => codes.some(isAboutRecipient),
    failed: (codes: readonly number[]) => {
      // One that is about this message only says nothing of whether others would arrive.
      for (const attempt of codes.map(reportedFailure))
        if (attempt.outcome === "failed" && attempt.trouble) breaker.note(attempt);
    },
  };
  return { job, whatsapp };
}
