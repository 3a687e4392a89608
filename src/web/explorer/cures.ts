import type { Failure } from "../../storage/port/failures.ts";
import type { Cure } from "./explored.ts";

const settings: ReadonlySet<string> = new Set([
  "redirect_uri_not_registered",
  "redirect_uri_missing",
  "scope_not_permitted",
  "grant_not_permitted",
]);
const secret: ReadonlySet<string> = new Set([
  "client_authentication_failed",
  "client_authentication_missing",
]);

/** What may mend the failure, the likeliest first; code to compare with is always among it. */
export function curesOf({ reason, about }: Failure): readonly Cure[] {
  const cures: Cure[] = [];
  if (settings.has(reason)) cures.push("settings");
  if (secret.has(reason)) cures.push("secret");
  if (reason.startsWith("approval_") && about !== null) cures.push("approval");
  return [...cures, "code"];
}
