import type { messages } from "../../i18n/messages.ts";

/** What a page may say after a redirect; addresses carry the name only, never a text. */
export type Status = keyof ReturnType<typeof messages>["account"]["status"] | "stale" | "other_account";
