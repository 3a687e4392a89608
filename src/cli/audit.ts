import { userInfo } from "node:os";
import type { AuditDetails, AuditEntry } from "../storage/port/audit.ts";
import type { Repositories } from "../storage/port/storage.ts";
import type { Surroundings } from "./command.ts";

/** What a command did, to what. */
export interface Act extends Pick<AuditEntry, "action" | "target"> {
  readonly details?: AuditDetails;
}

/** Who sits at the command line, as the machine calls them; null where it has no name for them. */
function operator(): string | null {
  try {
    return userInfo().username;
  } catch {
    return null;
  }
}

/** Writes down what a command does, in the unit that does it. */
export async function audit(
  { clock, ids }: Pick<Surroundings, "clock" | "ids">,
  repositories: Pick<Repositories, "audit">,
  { action, target, details = {} }: Act,
): Promise<void> {
  await repositories.audit.add({
    id: ids(),
    at: clock(),
    actorId: null,
    via: "command_line",
    action,
    target,
    ip: null,
    requestId: null,
    details: { ...details, operator: operator() },
  });
}

export function auditUser(
  surroundings: Pick<Surroundings, "clock" | "ids">,
  repositories: Pick<Repositories, "audit">,
  id: number,
  act: Omit<Act, "target">,
): Promise<void> {
  return audit(surroundings, repositories, { ...act, target: { kind: "user", id: String(id) } });
}

export function auditClient(
  surroundings: Pick<Surroundings, "clock" | "ids">,
  repositories: Pick<Repositories, "audit">,
  id: string,
  act: Omit<Act, "target">,
): Promise<void> {
  return audit(surroundings, repositories, { ...act, target: { kind: "client", id } });
}
