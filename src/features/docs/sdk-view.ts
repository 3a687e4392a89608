import type { CodeDefinition, Place, ReasonDefinition } from "../../errors/definition.ts";

/** What the SDK does about a reason before, or instead of, throwing it. */
export type SdkView = "never" | "repeats" | "renews" | "signIn" | "throws";

/** Where the SDK sends people and requests. */
const through: ReadonlySet<Place> = new Set<Place>(["authorize", "token", "revoke", "api"]);
/** After these the API is called once more with a renewed token. */
const renewed = new Set(["token_expired", "token_invalid"]);
/** `needsSignIn` says so. */
const endsSignIn = new Set([
  "invalid_grant",
  "login_required",
  "consent_required",
  "account_selection_required",
]);

export function sdkView({ code }: CodeDefinition, { places, retryable }: ReasonDefinition): SdkView {
  if (!places.some((place) => through.has(place))) return "never";
  if (renewed.has(code)) return "renews";
  if (endsSignIn.has(code)) return "signIn";
  // A redirect ends a sign-in: there is no request to repeat.
  return retryable && places.some((place) => place !== "authorize" && through.has(place))
    ? "repeats"
    : "throws";
}
