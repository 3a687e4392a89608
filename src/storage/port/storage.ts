import type { AllowanceStore } from "./allowances.ts";
import type { AuditStore } from "./audit.ts";
import type { AuthorizationStore } from "./authorizations.ts";
import type { ChallengeStore } from "./challenges.ts";
import type { ClientStore } from "./clients.ts";
import type { ConsentStore } from "./consents.ts";
import type { FactorStore } from "./factors.ts";
import type { FailureStore } from "./failures.ts";
import type { HourlyCountStore } from "./hourly-counts.ts";
import type { InteractionStore } from "./interactions.ts";
import type { MessageStore } from "./messages.ts";
import type { PasskeyStore } from "./passkeys.ts";
import type { PersonDataStore } from "./person-data.ts";
import type { PictureStore } from "./pictures.ts";
import type { ScopeStore } from "./scopes.ts";
import type { SessionStore } from "./sessions.ts";
import type { SettingStore } from "./settings.ts";
import type { TesterStore } from "./testers.ts";
import type { Instant } from "./time.ts";
import type { TrustedDeviceStore } from "./trusted-devices.ts";
import type { UserStore } from "./users.ts";

/** Every aggregate of the data model, seen through one connection or transaction. */
export interface Repositories {
  readonly users: UserStore;
  readonly clients: ClientStore;
  readonly testers: TesterStore;
  readonly scopes: ScopeStore;
  readonly consents: ConsentStore;
  readonly authorizations: AuthorizationStore;
  readonly sessions: SessionStore;
  readonly factors: FactorStore;
  readonly passkeys: PasskeyStore;
  readonly trustedDevices: TrustedDeviceStore;
  readonly interactions: InteractionStore;
  readonly challenges: ChallengeStore;
  readonly messages: MessageStore;
  readonly settings: SettingStore;
  readonly audit: AuditStore;
  readonly pictures: PictureStore;
  readonly personData: PersonDataStore;
  readonly allowances: AllowanceStore;
  readonly hourlyCounts: HourlyCountStore;
  readonly failures: FailureStore;
}

/** What `purge` removed, and whether more is left. */
export interface PurgeResult {
  readonly removed: number;
  readonly more: boolean;
}

/**
 * The database. Every method rejects with `StorageUnavailable` when the database cannot be reached or
 * stays locked for longer than its patience (below 2 s); nothing was stored then, unless the connection broke at the very
 * moment of committing.
 */
export interface Storage {
  /** Sees what is committed and nothing else; for reads only (its writing methods reject). */
  readonly committed: Repositories;
  /**
   * Runs `unit` atomically; resolves after its changes are durable, rejects with what `unit` threw after undoing them.
   * Units that wait at the same time may share one commit, so a unit awaits its repositories and nothing else
   * (one that stays busy with something foreign is undone and rejected), and may be run again from its start.
   * Others may run beside it, on this node or another: a user, client, approval, consent or session that it finds by its key
   * stays as found until it ends; what it lists may change, and so may a code or token, which is claimed by its own verb.
   * What must stay although the request is refused (a burnt code, a revoked family) is returned, not thrown.
   * Rejects with `OwnerGone`, and nothing was stored, when a row was to belong to what is not there (any more).
   */
  write<Result>(unit: (repositories: Repositories) => Promise<Result>): Promise<Result>;
  /** Deletes at most `limit` rows that no answer can depend on any more (their grace of 7 days after expiry is over). */
  purge(now: Instant, limit: number): Promise<PurgeResult>;
  /** Resolves when the database answers and accepts writes. */
  check(): Promise<void>;
  /** Waits for units under way, then closes. */
  close(): Promise<void>;
}

/** The database is away, locked, full or read-only; `cause` has the driver's error where there was one. */
export class StorageUnavailable extends Error {
  override readonly name = "StorageUnavailable";
  /** The database is there but more waits for it than it can do in time: the unit was never begun. */
  readonly overloaded: boolean;

  constructor(message: string, options: { readonly cause?: unknown; readonly overloaded?: boolean } = {}) {
    super(message, "cause" in options ? { cause: options.cause } : undefined);
    this.overloaded = options.overloaded ?? false;
  }
}

/**
 * The client, user or whatever else a new row was to belong to has been deleted since it was looked at: to be looked at again.
 */
export class OwnerGone extends Error {
  override readonly name = "OwnerGone";

  constructor(cause?: unknown) {
    super("What a new row was to belong to is not there.", { cause });
  }
}
