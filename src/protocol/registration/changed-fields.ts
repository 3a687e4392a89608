import type { Client, ClientChange } from "../../storage/port/clients.ts";
import { placeOf } from "../redirect-uri.ts";

/** The names of what a change really changes, as they are written down: `redirect_uris`. */
export function changedFields(before: Client, change: ClientChange): readonly string[] {
  const changed = Object.entries(change).filter(
    ([name, value]) => JSON.stringify(before[name as keyof Client]) !== JSON.stringify(value),
  );
  return changed.map(([name]) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
}

/** By these people recognise an application, and an admin has checked them. */
const checked = ["name", "logo", "homepage_url", "privacy_policy_url"];

/**
 * Whether a change makes another application of a verified one: another name, homepage or privacy policy, or a redirect to a
 * place that it did not lead to before. The server's own address (`issuer`) is no such place.
 */
export function losesVerification(before: Client, change: ClientChange, issuer: string): boolean {
  if (!before.verified) return false;
  if (changedFields(before, change).some((field) => checked.includes(field))) return true;
  const known = new Set([...before.redirectUris, issuer].map(placeOf));
  return (change.redirectUris ?? []).some((uri) => !known.has(placeOf(uri)));
}
