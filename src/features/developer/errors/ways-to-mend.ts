import type { Failure } from "../../../storage/port/failures.ts";

type Way = readonly [name: "settings" | "secret" | "approval" | "code", pathEnd: string];

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

/** Pages of the application on which the failure may be mended, the likeliest first; code to compare with is always there. */
export function waysToMend({ reason, about }: Failure): readonly Way[] {
  const ways: Way[] = [];
  if (settings.has(reason)) ways.push(["settings", "/edit"]);
  if (secret.has(reason)) ways.push(["secret", "/secret"]);
  if (reason.startsWith("approval_") && about !== null) ways.push(["approval", `/approvals/${about}`]);
  return [...ways, ["code", "/code"]];
}
