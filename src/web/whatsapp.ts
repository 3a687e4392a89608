import { apiError, type CatalogueError } from "../errors/catalogue-error.ts";
import type { AppContext } from "./context.ts";

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
  /** Whether errors that WhatsApp reported after sending mean that the recipient cannot be reached. */
  aboutRecipient(codes: readonly number[]): boolean;
  /** WhatsApp reported errors after sending that may meet every message. */
  failed(codes: readonly number[]): void;
}

/** The way that is asked for, which on a server without WhatsApp does not exist. */
export function offeredWhatsApp(c: AppContext): WhatsApp {
  const { whatsapp } = c.var.site;
  if (!whatsapp) throw apiError("resource_not_found", "path_unknown");
  return whatsapp;
}

/** The same for every number: it says nothing of any account. */
export function whatsAppOutage(whatsapp: WhatsApp): CatalogueError | undefined {
  const retryAfter = whatsapp.outage();
  if (retryAfter === undefined) return undefined;
  return apiError("service_unavailable", "whatsapp_unavailable", {}, { retryAfter });
}
