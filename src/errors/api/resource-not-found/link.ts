import type { ReasonDefinitions } from "../../definition.ts";

/** Links that this server sends by mail: confirming an address, choosing a new password. */
export const linkReasons = {
  link_unknown: {
    hint: "Open the link exactly as the mail has it, or ask for a new one.",
    places: ["page"],
    fixableBy: "person",
    retryable: false,
    description: "This server did not send this link, or not all of it arrived.",
    cause:
      "The mail program broke the link over two lines and opened only the first, a part was lost in copying, the link came from another server, or it is so old that its record is gone.",
    resolution:
      "Copy the whole link from the mail into the address bar. If that does not help, ask for a new one.",
    prevention: "Open the link by a click in the mail instead of typing it.",
    retry: "No, not with the same link. Ask for a new one.",
    page: {
      title: "This link is not complete",
      sentence:
        "We cannot recognise this link. Perhaps a part of it got lost on the way. Open it once more from the mail, or ask for a new one here.",
      wayOn: "sign_in",
    },
  },
  link_expired: {
    hint: "Ask for a new link and open it within an hour.",
    places: ["page"],
    fixableBy: "person",
    retryable: false,
    status: 410,
    description: "The link was right and its time is over.",
    cause: "Links in our mails work for one hour, so that an old mail in the wrong hands is worth nothing.",
    resolution: "Ask for a new link; the page offers to.",
    prevention: "Ask for the link when you can read your mail at once.",
    retry: "No, not with the same link. Ask for a new one.",
    page: {
      title: "This link is too old",
      sentence:
        "To protect you, links in our mails work for one hour only. Nothing was changed. Ask for a new one here.",
      wayOn: "sign_in",
    },
  },
  link_used: {
    hint: "Ask for a new link and use the newest mail.",
    places: ["page"],
    fixableBy: "person",
    retryable: false,
    status: 410,
    description: "The link has done its work or was replaced.",
    cause:
      "It was used before, a newer mail took its place, the password was changed since, or it was tried too often with a wrong password.",
    resolution:
      "If you have just used it, simply sign in. Otherwise ask for a new link and use the newest mail.",
    prevention: "Use the link of the newest mail, and only once.",
    retry: "No, not with the same link. Ask for a new one.",
    page: {
      title: "This link no longer works",
      sentence:
        "It was used already, or a newer mail has replaced it. If you have just used it, you can simply sign in; otherwise ask for a new one here.",
      wayOn: "sign_in",
    },
  },
} as const satisfies ReasonDefinitions;
