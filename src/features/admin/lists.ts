import type { AuditEntry, AuditFilter } from "../../storage/port/audit.ts";
import type { ApprovalStatus, Client, QueuedApproval } from "../../storage/port/clients.ts";
import type { Message, MessageFilter } from "../../storage/port/messages.ts";
import type { Site } from "../../web/context.ts";
import type { Place } from "../../web/cursor.ts";
import { shownOf } from "../../web/pager.tsx";

/** One page of a list, as the console and the management API both give it, each in pages of its own size. */
export interface ListPage<Entry> {
  readonly entries: readonly Entry[];
  readonly next: Place | undefined;
}

/** Which page of a list is asked for; the first where there is no place. */
export interface PageAsked {
  readonly size: number;
  readonly place: Place | undefined;
}

type Stores = Pick<Site, "storage">;

async function pageOf<Entry>(
  size: number,
  find: (limit: number) => Promise<readonly Entry[]>,
  placeOf: (entry: Entry) => Place,
): Promise<ListPage<Entry>> {
  // One more than is shown tells whether there is another page.
  const { entries, last } = shownOf(await find(size + 1), size);
  return { entries, next: last && placeOf(last) };
}

export const applicationShows = ["all", "unverified"] as const;
export type ApplicationShow = (typeof applicationShows)[number];

/** Every application, those that nobody has verified, or somebody's, newest first. */
export function applicationsPage(
  { storage }: Stores,
  wanted: ApplicationShow | { readonly ownerId: number },
  { size, place }: PageAsked,
): Promise<ListPage<Client>> {
  const filter = typeof wanted === "object" ? wanted : wanted === "unverified" ? { verified: false } : {};
  const before = place && { createdAt: Number(place[0]), id: String(place[1]) };
  return pageOf(
    size,
    (limit) => storage.committed.clients.page(filter, limit, before),
    ({ createdAt, id }) => [createdAt, id],
  );
}

export const approvalStates = [
  "pending",
  "approved",
  "rejected",
  "withdrawn",
] as const satisfies readonly ApprovalStatus[];

/** Approvals in one state, those that wait longest first. */
export function approvalsPage(
  { storage }: Stores,
  state: ApprovalStatus,
  { size, place }: PageAsked,
): Promise<ListPage<QueuedApproval>> {
  const from = place && {
    ...{ updatedAt: Number(place[0]), clientId: String(place[1]), scope: String(place[2]) },
  };
  return pageOf(
    size,
    (limit) => storage.committed.clients.queue(state, limit, from),
    ({ approval: { updatedAt, clientId, scope } }) => [updatedAt, clientId, scope],
  );
}

/** Who did what to whom, newest first. */
export function auditPage(
  { storage }: Stores,
  filter: AuditFilter,
  { size, place }: PageAsked,
): Promise<ListPage<AuditEntry>> {
  const before = place && { at: Number(place[0]), id: String(place[1]) };
  return pageOf(
    size,
    (limit) => storage.committed.audit.list(filter, limit, before),
    ({ at, id }) => [at, id],
  );
}

/** Mails and WhatsApp messages, newest first. */
export function messagesPage(
  { storage }: Stores,
  filter: MessageFilter,
  { size, place }: PageAsked,
): Promise<ListPage<Message>> {
  const before = place && { createdAt: Number(place[0]), id: String(place[1]) };
  return pageOf(
    size,
    (limit) => storage.committed.messages.page(filter, limit, before),
    ({ createdAt, id }) => [createdAt, id],
  );
}
