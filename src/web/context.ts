import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { CatalogueError } from "../errors/catalogue-error.ts";
import type { Locale } from "../i18n/locale.ts";
import type { Bcrypt } from "../identity/bcrypt.ts";
import type { RateLimiter } from "../identity/rate-limit.ts";
import type { Clock, Entropy } from "../protocol/ambient.ts";
import type { KeyRing } from "../protocol/key-ring.ts";
import type { RequestTrace } from "../protocol/request-trace.ts";
import type { RowIds } from "../protocol/row-id.ts";
import type { Storage } from "../storage/port/storage.ts";
import type { Announcement } from "./announcement.tsx";
import type { FailureLog } from "./failure-log.ts";
import type { MaintenanceState } from "./maintenance.ts";
import type { RehearsalRoom } from "./rehearsal-room.ts";
import type { Tally } from "./tally.ts";
import type { WhatsApp } from "./whatsapp.ts";

/** A file that is the same for every reader. */
export interface Asset {
  readonly body: string | Uint8Array;
  readonly type: string;
  /** `Cache-Control`. */
  readonly cache: string;
}

/** What every request of this process shares; set by the shell, never built from a request. */
export interface Site {
  /** Origin without a trailing slash: the only base of every link, cookie and redirect. */
  readonly issuer: string;
  /** The issuer is https: cookies are `Secure` with the `__Host-` prefix. */
  readonly secure: boolean;
  readonly development: boolean;
  /** People may open accounts by themselves. */
  readonly registration: boolean;
  /** How the service calls itself on pages and in mails. */
  readonly name: string;
  readonly stylesheet: string;
  /** The sign of the service, on pages and in tabs of browsers. */
  readonly icon: { readonly path: string; readonly type: string };
  /** Files by their path. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** Where to report a weakness or a misdeed: a `mailto:` or `https:` URI. */
  readonly securityContact: string;
  /** Paths of the scripts of pages, by name. */
  readonly scripts: { readonly passkey: string; readonly times: string };
  readonly storage: Storage;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly ids: RowIds;
  readonly limiter: RateLimiter;
  readonly failures: FailureLog;
  /** Counts what administrators look at, hour by hour. */
  readonly tally: Tally;
  /** For what another server had hashed before it was imported. */
  readonly bcrypt: Bcrypt;
  readonly maintenance: MaintenanceState["maintenance"];
  readonly planned: MaintenanceState["planned"];
  /** Where errors wait that test applications rehearse with a delay. */
  readonly rehearsals: RehearsalRoom;
  /** Undefined where nothing is offered by WhatsApp. */
  readonly whatsapp: WhatsApp | undefined;
  /** Seconds. */
  readonly lifetimes: {
    readonly session: number;
    readonly interaction: number;
    readonly authorizationCode: number;
  };
}

/** Structured log of one request; never given secrets, tokens, codes, passwords or addresses. */
export interface RequestLog {
  info(facts: Readonly<Record<string, unknown>>, message: string): void;
  warn(facts: Readonly<Record<string, unknown>>, message: string): void;
  error(facts: Readonly<Record<string, unknown>>, message: string): void;
}

/** The type of every Hono app here. `requestId` is 128 random bits, never taken from the request. */
export interface AppEnv {
  Bindings: Partial<HttpBindings>;
  Variables: {
    site: Site;
    requestId: string;
    log: RequestLog;
    /** The client's address, behind trusted proxies the one they saw. */
    clientIp: string;
    locale: Locale;
    /** What pages say of maintenance. */
    announcement?: Announcement | undefined;
    /** Headers of an answer to a program, collected until it is made; absent where a page may be the answer. */
    told?: Record<string, string>;
    /** The answer has them. */
    answered?: true;
    /** What the request was answered with, if it failed; set by `noteFailure`. */
    failure?: CatalogueError;
    /** Where an application calls. */
    trace?: RequestTrace;
  };
}

export type AppContext = Context<AppEnv>;
