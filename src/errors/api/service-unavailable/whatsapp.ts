import type { ReasonDefinitions } from "../../definition.ts";

/** Codes by WhatsApp: the service behind them is away, or has done its work for today. */
export const whatsAppReasons = {
  whatsapp_unavailable: {
    hint: "Use another way to sign in, or wait the seconds of Retry-After and ask for the code again.",
    places: ["page"],
    fixableBy: "operator",
    retryable: true,
    retryAfter: 60,
    description: "Messages cannot be sent by WhatsApp at the moment.",
    cause:
      "WhatsApp does not answer, refuses messages for a while because too many were sent, or this server is not set up rightly: the access token has expired, the template is not approved in every language, or the business account is restricted.",
    resolution:
      "Person: sign in or register with an e-mail address, or try again in a few minutes. Operator: the log line `whatsapp not sent yet` has the code that WhatsApp gave and what it means.",
    prevention:
      "Operators: use a token of a system user, which does not expire; keep the template approved in every language; watch the quality rating of the number.",
    retry: "Yes, after `Retry-After`. The server tries again by itself and notices when it works.",
    page: {
      title: "WhatsApp does not work at the moment",
      sentence:
        "We cannot send messages by WhatsApp right now. Nothing is wrong with your number. Please use your e-mail address and password if you have one, or try again in a few minutes.",
      wayOn: "sign_in",
    },
  },
  whatsapp_budget_used: {
    hint: "Use another way to sign in, or wait the seconds of Retry-After and ask for the code again.",
    places: ["page"],
    fixableBy: "operator",
    retryable: true,
    retryAfter: 3600,
    description: "This server has sent as many messages by WhatsApp as it may in one day.",
    cause:
      "Each message costs the operator money, so their number is bounded. Many people came at once, or somebody made this server send messages to numbers that earn from them.",
    resolution:
      "Person: use an e-mail address, or write to the business number first where the page offers it. Operator: if these were people, raise `whatsapp_to_new_numbers` or `whatsapp_to_known_numbers` in `RATE_LIMITS`.",
    prevention:
      "Operators: set the two limits to about three times of what a busy day needs, and look at the countries of the numbers when they are reached.",
    retry: "Yes, after `Retry-After`; other ways to sign in are not affected.",
    page: {
      title: "No more WhatsApp messages today",
      sentence:
        "So many messages were sent today that we have to pause. Nothing is wrong with your number. Please use your e-mail address and password if you have one, or come back later.",
      wayOn: "sign_in",
    },
  },
} as const satisfies ReasonDefinitions;
