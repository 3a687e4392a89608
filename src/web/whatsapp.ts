/** WhatsApp as pages see it; a server that does not offer it has none. */
export interface WhatsApp {
  /** The business number that people can write to first, in E.164; undefined when that way is not offered. */
  readonly number: string | undefined;
  /** Whether notices can be sent, not only codes. */
  readonly notices: boolean;
  /** Seconds until it is worth trying again; undefined while nothing is known to be wrong. */
  outage(): number | undefined;
  /** Something was queued: look now. */
  queued(): void;
}
