import type { z } from "zod";
import { apiError } from "../../../errors/catalogue-error.ts";
import { isAtLeast } from "../../../identity/role.ts";
import { isFreshlyProven } from "../../../identity/session.ts";
import type { AuditDetails, AuditEntry } from "../../../storage/port/audit.ts";
import type { Repositories } from "../../../storage/port/storage.ts";
import type { Instant } from "../../../storage/port/time.ts";
import type { User } from "../../../storage/port/users.ts";
import { act } from "../../../web/act.ts";
import { askAgain } from "../../../web/ask-again.ts";
import type { Account } from "../../../web/browser-session.ts";
import { type Asked, HonoAsked } from "../../../web/call.ts";
import type { AppContext, Site } from "../../../web/context.ts";
import type { NextPage } from "../../../web/next-page.ts";

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
  /** It is done only by somebody who proved a short time ago who they are; a page asks for that first. */
  readonly dangerous: boolean | ((input: z.output<Schema>) => boolean);
  run(desk: Desk, input: z.output<Schema>): Promise<Result>;
}

function isDangerous<Schema extends z.ZodType>(
  { dangerous }: Pick<Act<Schema, unknown>, "dangerous">,
  input: z.output<Schema>,
): boolean {
  return typeof dangerous === "function" ? dangerous(input) : dangerous;
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
  /** The application through which a program does it. */
  readonly clientId?: string;
  /** When they last proved who they are; null where nobody knows. */
  provenAt(): Promise<Instant | null>;
}

/** The request that an act comes with, whether a page's or a program's. */
export type Origin = Pick<Asked, "site" | "clientIp" | "requestId">;

/** Does it in the unit at hand. Throws `admin_only`, `super_admin_only` or `proof_too_old`. */
export async function carryOut<Schema extends z.ZodType, Result>(
  { site, clientIp, requestId }: Origin,
  { all, actor, via, clientId, provenAt }: Doer,
  act: Act<Schema, Result>,
  input: z.output<Schema>,
): Promise<Result> {
  if (!isAtLeast(actor.role, "admin")) throw apiError("permission_denied", "admin_only");
  if (!isAtLeast(actor.role, act.role)) throw apiError("permission_denied", "super_admin_only");
  const { clock, ids } = site;
  const now = clock();
  if (isDangerous(act, input) && !isFreshlyProven({ provenAt: await provenAt() }, now))
    throw apiError("permission_denied", "proof_too_old");
  const note: Desk["note"] = ({ action, target, details = {} }) =>
    all.audit.add({
      ...{ id: ids(), at: now, actorId: actor.id, via, action, target },
      details: clientId === undefined ? details : { ...details, client_id: clientId },
      ip: clientIp,
      requestId,
    });
  return act.run({ site, all, actor, now, note }, input);
}

/**
 * The same for a form of the console, whose guard answers if the sign-in ended meanwhile. Before something dangerous the person
 * is asked for a fresh proof, by the redirect that this gives then; it leads back to `page`.
 */
export async function performOnPage<Schema extends z.ZodType, Result>(
  c: AppContext,
  account: Account,
  definition: Act<Schema, Result>,
  input: z.output<Schema>,
  page: NextPage,
): Promise<Result | Response> {
  const question = isDangerous(definition, input) ? askAgain(c, account, page) : undefined;
  if (question) return question;
  return act(c, account, (all, actor) =>
    carryOut(
      new HonoAsked(c),
      { all, actor, via: "page", provenAt: async () => account.session.provenAt },
      definition,
      input,
    ),
  );
}
