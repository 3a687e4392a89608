import { BlockList, isIP } from "node:net";
import { z } from "zod";
import { brandSchema } from "./config-brand.ts";
import { whatsAppSchema } from "./config-whatsapp.ts";
import { parseRateLimits } from "./identity/rate-limit-settings.ts";

const seconds = (fallback: number, maximum: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number of seconds, for example ${fallback}`)
    .transform(Number)
    .refine((n) => n <= maximum, `must be at most ${maximum} seconds, for example ${fallback}`)
    .default(fallback);
const lifetime = (fallback: number, maximum: number) =>
  seconds(fallback, maximum).refine((n) => n > 0, `must be at least 1 second, for example ${fallback}`);
const onOff = (fallback: "on" | "off") =>
  z
    .enum(["on", "off"], `must be on or off, for example ${fallback}`)
    .default(fallback)
    .transform((v) => v === "on");

const day = 86_400;
const year = 366 * day;

function parseKey(text: string): Uint8Array | undefined {
  const bytes = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, "hex") : Buffer.from(text, "base64url");
  const canonical = /^[0-9a-f]{64}$/i.test(text) || /^[A-Za-z0-9_-]{43}$/.test(text);
  return canonical && bytes.length === 32 ? new Uint8Array(bytes) : undefined;
}

function parseProxies(list: string): BlockList | undefined {
  const proxies = new BlockList();
  for (const entry of list.split(",").map((part) => part.trim())) {
    const [address = "", bits, more] = entry.split("/");
    const version = isIP(address);
    const prefix = bits === undefined ? (version === 4 ? 32 : 128) : Number(bits);
    const valid = version !== 0 && more === undefined && Number.isInteger(prefix) && prefix >= 0;
    if (!valid || bits === "" || prefix > (version === 4 ? 32 : 128)) return undefined;
    proxies.addSubnet(address, prefix, version === 4 ? "ipv4" : "ipv6");
  }
  return proxies;
}

function parseOrigin(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) && url.origin === text ? url : undefined;
}

export const issuerHint =
  "must be an origin: scheme and host, no path, no trailing slash, for example https://id.example.com";
export const keyHint =
  "must be one or more keys of 32 bytes as hex or base64url, separated by commas; make one with: openssl rand -hex 32";
/** Each variable by itself: what it may be, its default, and the sentence about a wrong value. */
export const environmentSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a port number from 1 to 65535, for example 3000")
    .transform(Number)
    .refine((n) => n >= 1 && n <= 65_535, "must be a port number from 1 to 65535, for example 3000")
    .default(3000),
  HOST: z
    .string()
    .refine(
      (h) => isIP(h) !== 0 || h === "localhost",
      "must be an IP address to listen on, for example 127.0.0.1",
    )
    .optional(),
  ISSUER: z
    .string()
    .refine((text) => parseOrigin(text) !== undefined, issuerHint)
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(
      /^(sqlite:[^?#]+|postgres(ql)?:\/\/[^/].*)$/,
      "must be sqlite:PATH, sqlite::memory: or postgres://USER:PASSWORD@HOST/DATABASE, for example sqlite:./data/mubarokah-id.db",
    )
    .default("sqlite:./data/mubarokah-id.db"),
  DATABASE_POOL: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, "must be a whole number of connections from 1 to 999, for example 10")
    .transform(Number)
    .default(10),
  MIGRATE_ON_START: onOff("off"),
  TRUST_PROXY: z
    .string()
    .transform((list, context) => {
      const proxies = parseProxies(list);
      if (!proxies)
        context.addIssue(
          "must be a comma-separated list of addresses or CIDR ranges, for example 10.0.0.0/8,127.0.0.1",
        );
      return proxies ?? null;
    })
    .optional(),
  RATE_LIMITS: z
    .string()
    .default("on")
    .transform((text, context) => {
      const parsed = parseRateLimits(text);
      if ("limits" in parsed) return parsed.limits;
      context.addIssue(parsed.problem);
      return z.NEVER;
    }),
  MAIL_URL: z
    .string()
    .regex(
      /^(outbox:|smtps?:\/\/(?:[^\s/@]*@)?[\w.[\]:-]+\/?(?:\?\S*)?)$/,
      "must be smtp:// or smtps:// with a host, or outbox: outside production, for example smtp://user:password@mail.example.com:587",
    )
    .default("outbox:"),
  MAIL_FROM: z
    .string()
    .regex(
      /^[^\r\n]*@[^\r\n]+$/,
      'must be a sender address, for example "Mubarokah ID <no-reply@id.example.com>"',
    )
    .optional(),
  SECURITY_CONTACT: z
    .string()
    .regex(
      /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/,
      "must be a mailto: or https: URI, for example mailto:security@example.com",
    )
    .optional(),
  ...brandSchema,
  ...whatsAppSchema,
  REGISTRATION: onOff("on"),
  DEVELOPER_REGISTRATION: onOff("on"),
  LOG_LEVEL: z
    .enum(
      ["trace", "debug", "info", "warn", "error", "fatal", "silent"],
      "must be trace, debug, info, warn, error, fatal or silent, for example info",
    )
    .default("info"),
  METRICS_TOKEN: z
    .string()
    .min(16, "must have at least 16 characters; make one with: openssl rand -hex 32")
    .optional(),
  SECRET_KEY: z
    .string()
    .transform((list, context) => {
      const keys = list.split(",").map((text) => parseKey(text.trim()));
      if (keys.some((key) => key === undefined)) context.addIssue(keyHint);
      return keys.filter((key) => key !== undefined);
    })
    .optional(),
  ACCESS_TOKEN_TTL: lifetime(day, year),
  REFRESH_TOKEN_TTL: lifetime(30 * day, 10 * year),
  AUTHORIZATION_CODE_TTL: lifetime(600, 3600),
  REFRESH_REPLAY_WINDOW: seconds(10, 300),
  CODE_REPLAY_LEEWAY: seconds(10, 300),
  SESSION_TTL: lifetime(14 * day, year),
  INTERACTION_TTL: lifetime(3600, day),
  MAX_CONCURRENT_REQUESTS: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, "must be a whole number of requests from 1 to 999999, for example 1000")
    .transform(Number)
    .default(1000),
  NODE_ENV: z.string().optional(),
});

export type Environment = z.infer<typeof environmentSchema>;
