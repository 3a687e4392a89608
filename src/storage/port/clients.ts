import type { Instant } from "./time.ts";

export const grantTypes = ["authorization_code", "refresh_token", "client_credentials"] as const;
export type GrantType = (typeof grantTypes)[number];

/** An OAuth client (RFC 6749 §2); "application" to people. */
export interface Client {
  /** The `client_id`, a UUID. */
  readonly id: string;
  readonly name: string;
  readonly confidential: boolean;
  readonly status: "active" | "disabled";
  /** While disabled: its owner may not enable it. */
  readonly disabledByAdmin: boolean;
  /** An admin registered or verified it (RFC 9700 §4.11.2). */
  readonly verified: boolean;
  /** Its developer's own, for trying out: it can rehearse errors, and only its owner and whom they invited sign in to it. */
  readonly test: boolean;
  /** May introspect tokens of other clients. */
  readonly resourceServer: boolean;
  readonly redirectUris: readonly string[];
  readonly grantTypes: readonly GrantType[];
  readonly scopes: readonly string[];
  /** Seconds; null follows the server's setting. */
  readonly accessTokenTtl: number | null;
  readonly refreshTokenTtl: number | null;
  /** Name of its picture in the picture store, or null. */
  readonly logo: string | null;
  readonly homepageUrl: string | null;
  readonly privacyPolicyUrl: string | null;
  readonly ownerId: number | null;
  readonly createdAt: Instant;
}

export interface ClientSecret {
  /** SHA-256 of the secret, base64url; bcrypt for one that was imported so and not used since. */
  readonly hash: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
}

/** A client with what decides about a request of its own: one read. */
export interface ClientWithSecrets extends Client {
  readonly secrets: readonly ClientSecret[];
}

export type ApprovalStatus = "pending" | "approved" | "rejected" | "withdrawn";

/** An admin's decision about a client's sensitive scope. */
export interface Approval {
  readonly clientId: string;
  readonly scope: string;
  readonly status: ApprovalStatus;
  /** What the developer gave when asking, as JSON. */
  readonly request: string | null;
  /** The admin's reason or note, which the developer may read. */
  readonly note: string | null;
  readonly decidedAt: Instant | null;
  readonly updatedAt: Instant;
}

/** Where an approval stands in the queue of its state. */
export type ApprovalPlace = Pick<Approval, "updatedAt" | "clientId" | "scope">;

export interface QueuedApproval {
  readonly approval: Approval;
  readonly client: Client;
}

export interface ClientFilter {
  readonly ownerId?: number;
  readonly verified?: boolean;
}

/** Where a client stands among all. */
export type ClientPlace = Pick<Client, "createdAt" | "id">;

export type ClientChange = Partial<Omit<Client, "id" | "createdAt">>;

export interface ClientStore {
  /** False when the id is taken; nothing is stored then. */
  create(client: Client, secretHash: string | null): Promise<boolean>;
  find(id: string): Promise<ClientWithSecrets | undefined>;
  /**
   * The client as it is at this moment; in a unit it is not deleted before the unit ends, but may change beside it, so that
   * however many units rest on one client, none waits for another.
   */
  present(id: string): Promise<Client | undefined>;
  /** Ordered by creation; `after` is the id of the last one seen. */
  list(limit: number, after?: string): Promise<readonly Client[]>;
  update(id: string, change: ClientChange): Promise<boolean>;
  /** Newest first; `before` is the last one seen. */
  page(filter: ClientFilter, limit: number, before?: ClientPlace): Promise<readonly Client[]>;
  /**
   * Adds a secret. The one given before it goes on until `othersExpireAt`, or its own end where that is sooner; older ones end
   * now, so that never more than two are in force.
   */
  addSecret(id: string, secret: ClientSecret, othersExpireAt: Instant): Promise<void>;
  /** Replaces the hash of a secret by another one of the same secret; nothing else changes, and nothing if it is not there any more. */
  replaceSecret(id: string, from: string, to: string): Promise<void>;
  /**
   * Removes at most `limit` of a client's codes, tokens, consents, requests and noted failures; resolves to how many, which
   * is fewer only when none is left. For clients that are about to be deleted and have too many for one unit.
   */
  drain(id: string, limit: number): Promise<number>;
  /** Removes the client with its tokens, consents and approvals. */
  delete(id: string): Promise<boolean>;
  /** Undefined when nobody ever asked for this scope. */
  approval(clientId: string, scope: string): Promise<Approval | undefined>;
  approvals(clientId: string): Promise<readonly Approval[]>;
  /** The approvals in one state with their applications, longest unchanged first; `after` is the last one seen. */
  queue(status: ApprovalStatus, limit: number, after?: ApprovalPlace): Promise<readonly QueuedApproval[]>;
  putApproval(approval: Approval): Promise<void>;
}
