import type { ReasonDefinitions } from "../../definition.ts";

/** Calls that claim to come from WhatsApp. */
export const webhookReasons = {
  webhook_signature_invalid: {
    hint: "Sign the raw body with the app secret and send the result as X-Hub-Signature-256.",
    places: ["webhook"],
    fixableBy: "operator",
    retryable: false,
    description: "The call to the webhook is not signed with the secret of this server's app.",
    cause:
      "`WHATSAPP_APP_SECRET` is not the secret of the app that has the webhook, a proxy changes the body on its way, or somebody else than WhatsApp calls.",
    resolution:
      "Copy the app secret from the app's basic settings at Meta into `WHATSAPP_APP_SECRET`. Nothing was done with the call.",
    prevention: "Change the secret in both places at once, and let no proxy rewrite bodies.",
    retry: "No, not with this signature. WhatsApp sends refused calls again for some days.",
  },
  webhook_token_invalid: {
    hint: "Call with hub.mode=subscribe, a hub.challenge, and the verify token of this server.",
    places: ["webhook"],
    fixableBy: "operator",
    retryable: false,
    description: "The check of the webhook did not bring this server's verify token.",
    cause:
      "The text typed at Meta and `WHATSAPP_VERIFY_TOKEN` differ, often by a blank at the end, or somebody else than Meta calls.",
    resolution: "Type the value of `WHATSAPP_VERIFY_TOKEN` into the webhook's settings at Meta once more.",
    prevention: "Make the token with `openssl rand -hex 16` and copy it instead of typing it.",
    retry: "No, not with this token.",
  },
} as const satisfies ReasonDefinitions;
