import { apiError } from "../../errors/catalogue-error.ts";
import type { Access } from "../../protocol/bearer.ts";
import type { ApprovalStatus } from "../../storage/port/clients.ts";
import type { Repositories } from "../../storage/port/storage.ts";
import type { User } from "../../storage/port/users.ts";
import type { Call } from "../../web/call.ts";
import type { Maintenance } from "../../web/maintenance.ts";
import type { Arrival, Entered, Scope } from "./endpoint.ts";

export function outsideMaintenance({ call, endpoint }: Arrival): Promise<void> | void {
  if (endpoint.staysUp) return;
  const maintenance = call.site.maintenance();
  if (maintenance instanceof Promise) return maintenance.then((known) => refuseWithin(known, call));
  refuseWithin(maintenance, call);
}

function refuseWithin(maintenance: Maintenance | undefined, call: Call): void {
  const onlyReads = call.method === "GET" || call.method === "HEAD";
  if (!maintenance || (maintenance.readOnly && onlyReads)) return;
  throw apiError("service_unavailable", "maintenance", {}, { retryAfter: maintenance.retryAfter });
}

export function scopeInToken({ access, scope }: Entered): void {
  if (scope === null || access.scopes.includes(scope)) return;
  throw apiError("insufficient_scope", "scope_missing", { scope });
}

/** The built-in scopes that are worth nothing before an admin approved the client for them (contract §8). */
const sensitive: ReadonlySet<Scope | null> = new Set<Scope>(["detail-user", "admin"]);

const unapproved = {
  pending: "approval_pending",
  rejected: "approval_rejected",
  withdrawn: "approval_withdrawn",
} as const satisfies Record<Exclude<ApprovalStatus, "approved">, string>;

/** Asked at every request, so that a decision holds for tokens that were issued before it. */
export function clientApproved(
  entered: Entered,
  { clients }: Pick<Repositories, "clients"> = entered.call.site.storage.committed,
): Promise<void> | void {
  const { access, scope } = entered;
  if (scope !== null && sensitive.has(scope)) return approvedFor(scope, access, clients);
}

async function approvedFor(
  scope: Scope,
  access: Access,
  clients: Pick<Repositories, "clients">["clients"],
): Promise<void> {
  const approval = await clients.approval(access.client.id, scope);
  if (approval?.status === "approved") return;
  const reason = approval ? unapproved[approval.status] : "approval_not_requested";
  throw apiError("unapproved_scope", reason, { scope });
}

/** The person behind the token: no endpoint here serves a client by itself (client_credentials). */
export async function personOf(
  { call, access }: Entered,
  { users }: Pick<Repositories, "users"> = call.site.storage.committed,
): Promise<User> {
  if (access.userId === null) throw apiError("permission_denied", "not_a_user");
  const user = await users.find(access.userId);
  // The account was deleted since, and its tokens with it.
  if (!user) throw apiError("token_invalid", "token_revoked");
  if (user.status === "disabled") throw apiError("permission_denied", "user_disabled");
  return user;
}
