import type { z } from "zod";
import { apiError } from "../../../errors/catalogue-error.ts";
import { isAtLeast } from "../../../identity/role.ts";
import type { AuditDetails, AuditEntry } from "../../../storage/port/audit.ts";
import type { Repositories } from "../../../storage/port/storage.ts";
import type { Instant } from "../../../storage/port/time.ts";
import type { User } from "../../../storage/port/users.ts";
import { act } from "../../../web/act.ts";
import type { Account } from "../../../web/browser-session.ts";
import { type Asked, HonoAsked } from "../../../web/call.ts";
import type { AppContext, Site } from "../../../web/context.ts";

/** What an act works with: one unit, and who acts in it, as they are at this very moment. */
export interface Desk {
  readonly site: Site;
  readonly all: Repositories;
  readonly actor: User;
  readonly now: Instant;
  /** Writes the act down in the unit that does it. */
  note(entry: Pick<AuditEntry, "action" | "target"> & { readonly details?: AuditDetails }): Promise<void>;
}

/**
 * Something that administrators do, once for the console and the management API: what it takes, who may, and the unit. It
 * throws errors of the catalogue, and nothing is stored then; what a form has to show again it returns.
 */
export interface Act<Schema extends z.ZodType, Result> {
  readonly input: Schema;
  readonly role: "admin" | "super-admin";
  /** A page asks for a fresh proof first. */
  readonly dangerous: boolean;
  run(desk: Desk, input: z.output<Schema>): Promise<Result>;
}

/** Lets the compiler find out what an act takes and gives. */
export function adminAct<Schema extends z.ZodType, Result>(
  definition: Act<Schema, Result>,
): Act<Schema, Result> {
  return definition;
}

/** Somebody whose role was looked at in this very unit, and how they came. */
export interface Doer {
  readonly all: Repositories;
  readonly actor: User;
  readonly via: Extract<AuditEntry["via"], "page" | "api">;
}

/** The request that an act comes with, whether a page's or a program's. */
export type Origin = Pick<Asked, "site" | "clientIp" | "requestId">;

/** Does it in the unit at hand. Throws `admin_only` or `super_admin_only`. */
export async function carryOut<Schema extends z.ZodType, Result>(
  { site, clientIp, requestId }: Origin,
  { all, actor, via }: Doer,
  { role, run }: Pick<Act<Schema, Result>, "role" | "run">,
  input: z.output<Schema>,
): Promise<Result> {
  if (!isAtLeast(actor.role, "admin")) throw apiError("permission_denied", "admin_only");
  if (!isAtLeast(actor.role, role)) throw apiError("permission_denied", "super_admin_only");
  const { clock, ids } = site;
  const now = clock();
  const note: Desk["note"] = ({ action, target, details = {} }) =>
    all.audit.add({
      ...{ id: ids(), at: now, actorId: actor.id, via, action, target, details },
      ip: clientIp,
      requestId,
    });
  return run({ site, all, actor, now, note }, input);
}

/** The same for a form of the console, whose guard answers if the sign-in ended meanwhile. */
export function performOnPage<Schema extends z.ZodType, Result>(
  c: AppContext,
  account: Account,
  definition: Pick<Act<Schema, Result>, "role" | "run">,
  input: z.output<Schema>,
): Promise<Result> {
  return act(c, account, (all, actor) =>
    carryOut(new HonoAsked(c), { all, actor, via: "page" }, definition, input),
  );
}
