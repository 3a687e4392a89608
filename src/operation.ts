import type { Config } from "./config.ts";
import type { Operation } from "./features/admin/operation/settings.tsx";

/** Stands for a secret that is there. */
const hidden = "•••";

/** Scheme, host and path of an address, without who signs in there and with what. */
function withoutCredentials(address: string): string {
  if (!URL.canParse(address)) return hidden;
  const { protocol, host, pathname } = new URL(address);
  return host === "" ? `${protocol}${pathname}` : `${protocol}//${host}${pathname}`;
}

function onOff(value: boolean): string {
  return value ? "on" : "off";
}

function secret(value: string | undefined): string {
  return value === undefined ? "" : hidden;
}

function whatsAppSettings({ whatsapp }: Config) {
  const { api, webhook, number } = whatsapp ?? { api: null, webhook: null, number: null };
  return {
    WHATSAPP_URL: onOff(whatsapp !== null),
    WHATSAPP_NUMBER: number ?? "",
    WHATSAPP_PHONE_NUMBER_ID: api?.phoneNumberId ?? webhook?.phoneNumberId ?? "",
    WHATSAPP_TOKEN: secret(api?.token),
    WHATSAPP_TEMPLATE: api?.template ?? "",
    WHATSAPP_NOTICE_TEMPLATE: api?.noticeTemplate ?? "",
    WHATSAPP_APP_SECRET: secret(webhook?.appSecret),
    WHATSAPP_VERIFY_TOKEN: secret(webhook?.verifyToken),
  };
}

function brandSettings({ brand: { name, palette, logo } }: Config) {
  return {
    BRAND_NAME: name,
    BRAND_COLOR: palette ? `${palette.light.brand},${palette.dark.brand}` : "",
    BRAND_LOGO: logo?.type ?? "",
  };
}

/** What this process was started with, for administrators to look at: an allow-list, secrets only as being there. */
export function operationOf(config: Config): Operation {
  const { lifetimes } = config;
  const settings = {
    NODE_ENV: config.mode,
    ISSUER: config.issuer,
    ...brandSettings(config),
    HOST: config.host,
    PORT: String(config.port),
    DATABASE_URL: withoutCredentials(config.databaseUrl),
    DATABASE_POOL: String(config.databasePool),
    MIGRATE_ON_START: onOff(config.migrateOnStart),
    TRUST_PROXY: config.trustedProxies?.rules.join(", ") ?? "",
    MAIL_URL: withoutCredentials(config.mail.url),
    MAIL_FROM: config.mail.from,
    ...whatsAppSettings(config),
    SECURITY_CONTACT: config.securityContact,
    REGISTRATION: onOff(config.registration),
    DEVELOPER_REGISTRATION: onOff(config.developerRegistration),
    LOG_LEVEL: config.logLevel,
    METRICS_TOKEN: config.metricsToken === null ? "" : hidden,
    SECRET_KEY: config.secretKeys === null ? "" : config.secretKeys.map(() => hidden).join(", "),
    ACCESS_TOKEN_TTL: String(lifetimes.accessToken),
    REFRESH_TOKEN_TTL: String(lifetimes.refreshToken),
    AUTHORIZATION_CODE_TTL: String(lifetimes.authorizationCode),
    REFRESH_REPLAY_WINDOW: String(lifetimes.refreshReplayWindow),
    CODE_REPLAY_LEEWAY: String(lifetimes.codeReplayLeeway),
    SESSION_TTL: String(lifetimes.session),
    INTERACTION_TTL: String(lifetimes.interaction),
    MAX_CONCURRENT_REQUESTS: String(config.maxConcurrentRequests),
  };
  return { settings: Object.entries(settings), limits: config.rateLimits };
}
