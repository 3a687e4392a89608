import type { ReasonDefinition } from "./definition.ts";

/** What can be wrong with the wish of a test application to rehearse an error; both families have both. */
export const rehearsalUnknown = {
  hint: "Name an error that this endpoint can answer with as code/reason, with a delay of 0 to 10 seconds at most; the error lab lists them.",
  fixableBy: "app_developer",
  retryable: false,
  description: "The error that was to be rehearsed does not exist at this endpoint.",
  cause:
    "A slip of the pen in the header `Mubarokah-Rehearse` or the parameter `rehearse`, an error of another endpoint (`invalid_grant` at `/api/user`), a delay above 10 seconds, or the header sent twice.",
  resolution:
    "Copy the request from the error lab in the developer portal. The value is `code/reason`, if need be with `; delay=2` or `; retry_after=30` behind it.",
  prevention: "Keep the header in your tests only, and take its values from `/docs/errors.json`.",
  retry: "No, not before the value is corrected.",
} as const satisfies Omit<ReasonDefinition, "places">;

export const rehearsalsBusy = {
  hint: "Wait the seconds of Retry-After, or rehearse without a delay.",
  fixableBy: "app_developer",
  retryable: true,
  retryAfter: 10,
  description:
    "As many rehearsed answers are being held back already as may be at once: five in all, two of them for the applications of one owner.",
  cause:
    "Test applications rehearse errors with a delay at the same moment, for example several test runs side by side. Requests that anybody could send, those of a public application with nothing but its `client_id` among them, share two places. The number is small, so that rehearsals never take the place of real requests.",
  resolution:
    "Rehearse delays one after the other. Errors without a delay are answered at any time, and a confidential application waits for no stranger.",
  prevention: "Ask for a delay only where the test is about waiting.",
  retry: "Yes, after `Retry-After`.",
} as const satisfies Omit<ReasonDefinition, "places">;
