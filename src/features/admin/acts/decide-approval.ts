import { z } from "zod";
import { apiError } from "../../../errors/catalogue-error.ts";
import { isAtLeast } from "../../../identity/role.ts";
import { type TextProblem, textProblem, tidied } from "../../../protocol/plain-text.ts";
import { approvalAfter, approvalLimits, mayAct } from "../../../protocol/registration/approval.ts";
import type { Approval, Client } from "../../../storage/port/clients.ts";
import type { Repositories } from "../../../storage/port/storage.ts";
import type { Role, User } from "../../../storage/port/users.ts";
import { approvalMail } from "../../../web/approval-mail.ts";
import { queueMail } from "../../../web/mail.ts";
import { knownApplication } from "../known-application.ts";
import { adminAct } from "./act.ts";

const actions = {
  approve: "approval.approved",
  reject: "approval.rejected",
  withdraw: "approval.withdrawn",
} as const;
const decisions = ["approve", "reject", "withdraw"] as const satisfies readonly (keyof typeof actions)[];
export type Decision = (typeof decisions)[number];

export function isDecision(text: string | undefined): text is Decision {
  return decisions.some((decision) => decision === text);
}

/** An application, a sensitive scope that it is registered for, and how it stands with it. */
export interface Sought {
  readonly client: Client;
  readonly owner: User | undefined;
  readonly scope: string;
  readonly approval: Approval | undefined;
}

type Stores = Pick<Repositories, "clients" | "scopes" | "users">;

/** Throws `client_unknown`, and `path_unknown` where there is nothing to decide. */
export async function soughtApproval(
  { clients, scopes, users }: Stores,
  id: string | undefined,
  scope: string,
): Promise<Sought> {
  const client = await knownApplication({ clients }, id);
  const sensitive = (await scopes.list()).some(
    ({ name, requiresApproval }) => name === scope && requiresApproval,
  );
  if (!sensitive || !client.scopes.includes(scope)) throw apiError("resource_not_found", "path_unknown");
  const owner = client.ownerId === null ? undefined : await users.find(client.ownerId);
  return { client, owner, scope, approval: await clients.approval(client.id, scope) };
}

/** The scope `admin` acts in the name of whoever agrees, a super-admin too: so an admin could win more than they have by approving it. */
export function mayApprove(role: Role, scope: string): boolean {
  return scope !== "admin" || isAtLeast(role, "super-admin");
}

/** What a decision says that it has seen: it counts for that only. */
export function approvalSeen({ approval }: Pick<Sought, "approval">): string {
  return String(approval?.updatedAt ?? 0);
}

/** Rejecting needs a reason; else a note may be left out. */
export function noteProblem(decision: Decision, note: string): TextProblem | undefined {
  const problem = textProblem(note, approvalLimits.note, "many");
  return problem === "missing" && decision !== "reject" ? undefined : problem;
}

/** Stores the decision with its trace and the mail to the developer; says whether there was somebody to write to. */
export const decideApproval = adminAct({
  input: z
    .object({
      client_id: z.string(),
      scope: z.string(),
      decision: z.enum(decisions),
      note: z.string().transform(tidied).default(""),
      seen: z.string(),
    })
    .superRefine(({ decision, note }, context) => {
      const problem = noteProblem(decision, note);
      if (problem) context.addIssue({ code: "custom", message: problem, path: ["note"] });
    }),
  role: "admin",
  // What is opened by it are other people's data.
  dangerous: ({ decision }) => decision === "approve",
  run: async ({ site, all, actor, now, note: writeDown }, { client_id, scope, decision, seen, ...said }) => {
    const sought = await soughtApproval(all, client_id, scope);
    const { client, owner, approval } = sought;
    if (decision === "approve" && !mayApprove(actor.role, scope))
      throw apiError("permission_denied", "super_admin_only");
    if (seen !== approvalSeen(sought) || !mayAct(decision, approval?.status ?? "none")) return "changed";
    const note = said.note === "" ? null : said.note;
    const known = approval ?? { clientId: client.id, scope, request: null };
    const after = approvalAfter(known, { act: decision, at: now, note });
    await all.clients.putApproval(after);
    const target = { kind: "client", id: client.id } as const;
    await writeDown({ action: actions[decision], target, details: { scope, note } });
    const mail = approvalMail(site, decision, client, owner, after);
    if (mail) await queueMail(all, site, mail);
    return mail ? "told" : "nobody_to_tell";
  },
});
