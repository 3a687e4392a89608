import type { BlockList } from "node:net";
import { brandOf } from "./config-brand.ts";
import { type Environment, environmentSchema, issuerHint, keyHint } from "./config-schema.ts";
import { type WhatsAppSettings, whatsAppProblems, whatsAppSettings } from "./config-whatsapp.ts";
import type { Limits } from "./identity/rate-limit.ts";
import type { Brand } from "./ui/brand.ts";

/** Every setting of the process, checked once at the start; the only reader of the environment. */
export interface Config {
  readonly mode: "development" | "production";
  readonly port: number;
  readonly host: string;
  readonly brand: Brand;
  /** Origin without a trailing slash: the only base of every link, cookie and redirect. */
  readonly issuer: string;
  readonly databaseUrl: string;
  /** Connections that this process opens at most. */
  readonly databasePool: number;
  /** A starting server may migrate a PostgreSQL with data in it: backups are taken elsewhere. */
  readonly migrateOnStart: boolean;
  readonly trustedProxies: BlockList | null;
  readonly rateLimits: Limits;
  readonly mail: { readonly url: string; readonly from: string };
  /** Null: nothing is offered by WhatsApp. */
  readonly whatsapp: WhatsAppSettings | null;
  /** Where to report a weakness: a `mailto:` or `https:` URI. */
  readonly securityContact: string;
  readonly registration: boolean;
  /** People may register applications themselves. */
  readonly developerRegistration: boolean;
  readonly logLevel: string;
  readonly metricsToken: string | null;
  /** At least one key of 32 bytes; null in development, where it is generated beside the database. */
  readonly secretKeys: readonly Uint8Array[] | null;
  /** Seconds. */
  readonly lifetimes: {
    readonly accessToken: number;
    readonly refreshToken: number;
    readonly authorizationCode: number;
    readonly refreshReplayWindow: number;
    readonly codeReplayLeeway: number;
    readonly session: number;
    readonly interaction: number;
  };
  readonly maxConcurrentRequests: number;
}

/** The environment is wrong: one line for each variable. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join("\n"));
    this.lines = lines;
  }
}

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** What production demands beside what the schema does. */
function productionProblems(values: Environment): string[] {
  const problems: string[] = [];
  if (!values.ISSUER) problems.push(`ISSUER is required in production: it ${issuerHint}.`);
  else if (!values.ISSUER.startsWith("https://")) {
    problems.push("ISSUER must begin with https:// in production, for example https://id.example.com.");
  }
  if (!values.SECRET_KEY) problems.push(`SECRET_KEY is required in production: it ${keyHint}.`);
  if (values.MAIL_URL === "outbox:") {
    problems.push(
      "MAIL_URL must be an SMTP server in production, for example smtp://user:password@mail.example.com:587.",
    );
  }
  if (!values.MAIL_FROM) {
    problems.push(
      'MAIL_FROM is required in production, for example "Mubarokah ID <no-reply@id.example.com>".',
    );
  }
  return problems;
}

/** The variables this process was started with, for those that pass them on. */
export function surroundingEnvironment(): NodeJS.ProcessEnv {
  return process.env;
}

/** The environment's part that is ours; empty variables count as unset. */
function given(environment: NodeJS.ProcessEnv): Record<string, string | undefined> {
  const ours = Object.entries(environment).filter(
    ([name, value]) => name in environmentSchema.shape && value !== "",
  );
  return Object.fromEntries(ours);
}

function linesOf(issues: readonly { readonly path: PropertyKey[]; readonly message: string }[]): string[] {
  return issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`);
}

/** The database alone, for commands that need no other setting. Throws ConfigError. */
export function readDatabaseUrl(environment: NodeJS.ProcessEnv = process.env): string {
  const parsed = environmentSchema.pick({ DATABASE_URL: true }).safeParse(given(environment));
  if (!parsed.success) throw new ConfigError(linesOf(parsed.error.issues));
  return parsed.data.DATABASE_URL;
}

/** SECRET_KEY alone, for commands that need no other setting; null when it is not set. Throws ConfigError. */
export function readSecretKeys(environment: NodeJS.ProcessEnv): readonly Uint8Array[] | null {
  const parsed = environmentSchema.pick({ SECRET_KEY: true }).safeParse(given(environment));
  if (!parsed.success) throw new ConfigError(linesOf(parsed.error.issues));
  return parsed.data.SECRET_KEY ?? null;
}

/** Reads and checks the environment. Throws ConfigError with one line for each problem. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environmentSchema.safeParse(given(environment));
  if (!parsed.success) throw new ConfigError(linesOf(parsed.error.issues));
  const values = parsed.data;
  const issuer = values.ISSUER ?? `http://localhost:${values.PORT}`;
  const development = values.NODE_ENV !== "production" && loopback.has(new URL(issuer).hostname);
  const problems = [
    ...(development ? [] : productionProblems(values)),
    ...whatsAppProblems(values, !development),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  const from = values.MAIL_FROM ?? `${values.BRAND_NAME} <no-reply@${new URL(issuer).hostname}>`;
  return Object.freeze({
    mode: development ? "development" : "production",
    port: values.PORT,
    host: development ? "127.0.0.1" : (values.HOST ?? "0.0.0.0"),
    issuer,
    brand: brandOf(values),
    databaseUrl: values.DATABASE_URL,
    databasePool: values.DATABASE_POOL,
    migrateOnStart: values.MIGRATE_ON_START,
    trustedProxies: values.TRUST_PROXY ?? null,
    rateLimits: values.RATE_LIMITS,
    mail: { url: values.MAIL_URL, from },
    whatsapp: whatsAppSettings(values, !development),
    securityContact: values.SECURITY_CONTACT ?? `mailto:${addressOf(from)}`,
    registration: values.REGISTRATION,
    developerRegistration: values.DEVELOPER_REGISTRATION,
    logLevel: values.LOG_LEVEL,
    metricsToken: values.METRICS_TOKEN ?? null,
    secretKeys: values.SECRET_KEY ?? null,
    lifetimes: lifetimesOf(values),
    maxConcurrentRequests: values.MAX_CONCURRENT_REQUESTS,
  });
}

/** The bare address of a sender such as `Mubarokah ID <id@example.com>`. */
function addressOf(sender: string): string {
  return /<([^>]+)>\s*$/.exec(sender)?.[1] ?? sender;
}

function lifetimesOf(values: Environment): Config["lifetimes"] {
  return {
    accessToken: values.ACCESS_TOKEN_TTL,
    refreshToken: values.REFRESH_TOKEN_TTL,
    authorizationCode: values.AUTHORIZATION_CODE_TTL,
    refreshReplayWindow: values.REFRESH_REPLAY_WINDOW,
    codeReplayLeeway: values.CODE_REPLAY_LEEWAY,
    session: values.SESSION_TTL,
    interaction: values.INTERACTION_TTL,
  };
}
