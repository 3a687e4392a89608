import { z } from "zod";
import type { CloudApi } from "./jobs/whatsapp/cloud-api.ts";

/** What goes into a header or is compared as bytes: no blanks, no line breaks. */
function printable(wanted: string, example: string) {
  return z
    .string()
    .regex(/^[\x21-\x7e]{1,1000}$/, `must be ${wanted} without blanks, for example ${example}`);
}

const template = z
  .string()
  .regex(/^[a-z0-9_]{1,512}$/, "must be the name of a template, for example kode_masuk");

export const whatsAppSchema = {
  WHATSAPP_URL: z
    .string()
    .regex(
      /^(outbox:|https?:\/\/[^\s?#]*[^\s?#/])$/,
      "must be the Cloud API's base without a slash at its end, for example https://graph.facebook.com/v23.0, or outbox: outside production",
    )
    .optional(),
  WHATSAPP_TOKEN: printable("the access token of a system user", "EAAJB").optional(),
  WHATSAPP_PHONE_NUMBER_ID: z
    .string()
    .regex(/^\d{5,25}$/, "must be the id that Meta gave to the number, for example 106540352242922")
    .optional(),
  WHATSAPP_TEMPLATE: template.optional(),
  WHATSAPP_NOTICE_TEMPLATE: template.optional(),
  WHATSAPP_NUMBER: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, "must be the business number with its country, for example +6281234567890")
    .optional(),
  WHATSAPP_APP_SECRET: printable("the secret of the app at Meta", "32 hexadecimal digits").optional(),
  WHATSAPP_VERIFY_TOKEN: printable(
    "the text that Meta repeats when it checks the webhook",
    "the output of openssl rand -hex 16",
  ).optional(),
};

const values = z.object(whatsAppSchema);
export type WhatsAppValues = z.infer<typeof values>;

/** WhatsApp as it was set; null: not offered. */
export interface WhatsAppSettings {
  readonly number: string | null;
  /** Null: messages stay at `/dev/outbox`. */
  readonly api: CloudApi | null;
  /** Null: nothing that comes from WhatsApp is listened to. */
  readonly webhook: {
    readonly appSecret: string;
    readonly verifyToken: string;
    readonly phoneNumberId: string | null;
  } | null;
}

const examples = {
  WHATSAPP_TOKEN: "EAAJB",
  WHATSAPP_PHONE_NUMBER_ID: "106540352242922",
  WHATSAPP_TEMPLATE: "kode_masuk",
} as const;

/** What one setting demands of the others; one line for each problem. */
export function whatsAppProblems(values: WhatsAppValues, production: boolean): string[] {
  const { WHATSAPP_URL: url = "", WHATSAPP_APP_SECRET: secret, WHATSAPP_VERIFY_TOKEN: token } = values;
  const base = "WHATSAPP_URL must be the Cloud API's base in production, with https://";
  const rules: readonly (readonly [boolean, string])[] = [
    [
      production && url !== "" && !url.startsWith("https:"),
      `${base}, for example https://graph.facebook.com/v23.0, or unset: then nothing is offered by WhatsApp.`,
    ],
    ...Object.entries(examples).map(
      ([name, example]) =>
        [
          url.startsWith("http") && !values[name as keyof typeof examples],
          `${name} is required with WHATSAPP_URL, for example ${example}.`,
        ] as const,
    ),
    [
      Boolean(token) && !secret,
      "WHATSAPP_APP_SECRET is required with WHATSAPP_VERIFY_TOKEN: calls of the webhook are signed with it, for example 32 hexadecimal digits.",
    ],
    [
      Boolean(secret) && !token,
      "WHATSAPP_VERIFY_TOKEN is required with WHATSAPP_APP_SECRET: Meta checks the webhook with it, for example the output of openssl rand -hex 16.",
    ],
    [
      Boolean(values.WHATSAPP_NUMBER) && !secret,
      "WHATSAPP_APP_SECRET is required with WHATSAPP_NUMBER: messages that people write to it come by the webhook, for example 32 hexadecimal digits.",
    ],
  ];
  return rules.filter(([broken]) => broken).map(([, line]) => line);
}

/** Offered in development without being asked; in production only with the Cloud API. */
export function whatsAppSettings(values: WhatsAppValues, production: boolean): WhatsAppSettings | null {
  const url = values.WHATSAPP_URL ?? (production ? undefined : "outbox:");
  if (url === undefined) return null;
  const phoneNumberId = values.WHATSAPP_PHONE_NUMBER_ID ?? null;
  const { WHATSAPP_APP_SECRET: appSecret, WHATSAPP_VERIFY_TOKEN: verifyToken } = values;
  return {
    number: values.WHATSAPP_NUMBER ?? null,
    api: url === "outbox:" ? null : cloudApi(values, url),
    webhook: appSecret && verifyToken ? { appSecret, verifyToken, phoneNumberId } : null,
  };
}

function cloudApi(values: WhatsAppValues, url: string): CloudApi {
  return {
    url,
    token: values.WHATSAPP_TOKEN ?? "",
    phoneNumberId: values.WHATSAPP_PHONE_NUMBER_ID ?? "",
    template: values.WHATSAPP_TEMPLATE ?? "",
    noticeTemplate: values.WHATSAPP_NOTICE_TEMPLATE ?? null,
  };
}
