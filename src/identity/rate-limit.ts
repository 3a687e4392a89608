import type { Instant } from "../storage/port/time.ts";

export interface Limit {
  /** 0 switches the limit off. */
  readonly count: number;
  /** Seconds. */
  readonly window: number;
}

/** Every limit of contract §5 by name, with its default: `count` hits in `window` seconds. */
export const defaultLimits = {
  api_user: { count: 100, window: 60 },
  api_user_details: { count: 50, window: 60 },
  api_refused_by_ip: { count: 300, window: 60 },
  client_refused: { count: 60, window: 60 },
  client_accepted: { count: 1200, window: 60 },
  authorize_by_ip: { count: 1200, window: 60 },
  password_by_account_and_ip: { count: 5, window: 900 },
  password_by_account_and_device: { count: 5, window: 900 },
  password_by_ip: { count: 20, window: 900 },
  password_by_name_and_day: { count: 10, window: 86_400 },
  password_by_device_and_day: { count: 8, window: 86_400 },
  mail_by_address: { count: 3, window: 3600 },
  mail_by_ip: { count: 20, window: 3600 },
  code_by_recipient: { count: 3, window: 900 },
  code_by_recipient_and_day: { count: 10, window: 86_400 },
  code_by_ip: { count: 10, window: 900 },
  write_first_by_ip: { count: 100, window: 900 },
  whatsapp_notices_by_number: { count: 5, window: 86_400 },
  whatsapp_to_new_numbers: { count: 1000, window: 86_400 },
  whatsapp_to_known_numbers: { count: 5000, window: 86_400 },
  second_factor_by_account: { count: 10, window: 86_400 },
  registration_by_ip: { count: 10, window: 3600 },
  application_registration_by_user: { count: 20, window: 86_400 },
  data_download_by_user: { count: 10, window: 86_400 },
  picture_by_user: { count: 30, window: 3600 },
  application_change_by_user: { count: 120, window: 3600 },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof defaultLimits;
export type Limits = Readonly<Record<LimitName, Limit>>;

/** Where one key stands below one limit. */
export interface LimitState {
  readonly name: LimitName;
  readonly allowed: boolean;
  readonly limit: number;
  /** Seconds. */
  readonly window: number;
  readonly remaining: number;
  readonly resetAt: Instant;
  /** Whole seconds until the next hit can be allowed, at least 1; meaningful when not allowed. */
  readonly retryAfter: number;
}

type Soon<T> = T | Promise<T>;

/** Counts hits; bounded in memory. Says at once what it knows by itself, since every request asks. A limit that is switched off allows everything and gives `undefined`. */
export interface RateLimiter {
  /** Counts one hit and says whether it is within the limit. */
  hit(limit: LimitName, key: string): Soon<LimitState | undefined>;
  /** The same without counting: is there room for one more hit? */
  look(limit: LimitName, key: string): Soon<LimitState | undefined>;
  /** Takes one allowed hit back: counted first and given back when it proves harmless, so that parallel ones cannot slip by. */
  giveBack(limit: LimitName, key: string): Promise<void>;
}
