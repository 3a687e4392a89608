import { z } from "zod";

/** A text that a person sent to the business number. */
export interface InboundText {
  /** Digits with the country, without a plus. */
  readonly from: string;
  readonly body: string;
}

/** What became of one of our messages. */
export interface Report {
  /** Ours, as we gave it along. */
  readonly messageId: string;
  readonly status: string;
  /** Codes of what went wrong. */
  readonly errors: readonly number[];
}

export interface Notification {
  readonly texts: readonly InboundText[];
  readonly reports: readonly Report[];
}

const text = z.object({
  type: z.literal("text"),
  from: z.string().regex(/^\d{7,15}$/),
  text: z.object({ body: z.string().max(5000) }),
});
const report = z.object({
  status: z.string().max(40),
  biz_opaque_callback_data: z.string().max(100),
  errors: z.array(z.object({ code: z.number() })).optional(),
});
const call = z.object({
  object: z.literal("whatsapp_business_account"),
  entry: z.array(
    z.object({
      changes: z.array(
        z.object({
          field: z.string(),
          value: z.object({
            metadata: z.object({ phone_number_id: z.string() }).optional(),
            messages: z.array(z.unknown()).optional(),
            statuses: z.array(z.unknown()).optional(),
          }),
        }),
      ),
    }),
  ),
});

/** Members of a list that are of the kind we know; WhatsApp adds kinds at any time. */
function known<Kind>(list: readonly unknown[] | undefined, kind: z.ZodType<Kind>): Kind[] {
  return (list ?? []).flatMap((member) => {
    const parsed = kind.safeParse(member);
    return parsed.success ? [parsed.data] : [];
  });
}

/**
 * What of a call concerns the number with this id (null: every number of the account). A call of another kind concerns
 * us in nothing; it is no error, for Meta would send it again for days.
 */
export function readNotification(body: unknown, phoneNumberId: string | null): Notification {
  const parsed = call.safeParse(body);
  const changes = parsed.success ? parsed.data.entry.flatMap((entry) => entry.changes) : [];
  const values = changes
    .filter(({ field }) => field === "messages")
    .map(({ value }) => value)
    .filter(({ metadata }) => phoneNumberId === null || metadata?.phone_number_id === phoneNumberId);
  return {
    texts: values
      .flatMap(({ messages }) => known(messages, text))
      .map(({ from, text: { body: said } }) => ({ from, body: said })),
    reports: values
      .flatMap(({ statuses }) => known(statuses, report))
      .map(({ biz_opaque_callback_data: messageId, status, errors = [] }) => ({
        messageId,
        status,
        errors: errors.map(({ code }) => code),
      })),
  };
}
