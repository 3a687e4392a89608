import type { CodeDefinition } from "../definition.ts";
import { askedSilently } from "./pages.ts";

export const accountSelectionRequired = {
  code: "account_selection_required",
  family: "oauth",
  status: 302,
  description:
    "The application asked for a silent sign-in, but only the person can say which of several accounts is meant.",
  resolution: "Start the sign-in again without `prompt=none`; the person then sees the account chooser.",
  reasons: {
    several_accounts: {
      hint: "Start the sign-in again without prompt=none.",
      places: ["authorize"],
      fixableBy: "person",
      retryable: false,
      description:
        "Several accounts are signed in to this browser and prompt=none forbids asking which one to use.",
      cause:
        "A family computer, or a person with a private and a work account: this browser is signed in to more than one account. With `prompt=none` no page may be shown, and guessing could hand over the wrong person.",
      resolution:
        "Fall back to a visible sign-in: send the person to `/oauth/authorize` again without `prompt`, or with `prompt=select_account`.",
      prevention:
        "Use `prompt=none` only as a first, silent attempt that is always followed by a visible one. `skip_account_chooser=true` keeps the current account when it has already authorised your application.",
      retry: "Not silently: the answer stays the same while several accounts are signed in.",
      page: askedSilently,
    },
  },
} as const satisfies CodeDefinition;
