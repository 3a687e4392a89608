import { durationText } from "../duration.ts";

/** The administration's page about maintenance. */
export const adminMaintenance = {
  title: "Maintenance",
  isOff: "The service works as usual.",
  isOn: "Maintenance is on: applications and people are told to come back later. You and other administrators go on working.",
  isReadOnly: "The service can be read only: nobody but administrators can sign in or change anything.",
  about:
    "Every server of this installation follows within a second. Applications are told when to try again; tokens, sessions and accounts stay as they are.",
  message: "What people read",
  messageHelp: "Can be left out. It stands beside our own sentence as you write it, in no other language.",
  readOnly: "Read only",
  readOnlyHelp:
    "What is there can be looked at: pages, the user API with tokens that exist, introspection. Signing in, new tokens and changes wait.",
  retryAfter: "Try again after",
  retryAfterHelp: "Seconds, from 1 to 86400. Applications obey it.",
  seconds: (count: number) => durationText("en", count),
  none: "nothing",
  on: "Switch maintenance on",
  off: "End maintenance",
  planTitle: "Planned maintenance",
  planLead: "Until it begins, every page says when it will be. It begins and ends by itself.",
  from: "Begins (UTC)",
  until: "Ends (UTC)",
  kind: "Kind",
  kinds: { down: "Service down", readOnly: "Read only" },
  plan: "Plan it",
  cancel: "Cancel the plan",
  refused: "Nothing was changed. Please look at what is marked.",
  problems: {
    missing: "Please write something that can be seen.",
    too_long: "This is too long.",
    characters: "Please write one line of plain text.",
    seconds: "Please give a whole number from 1 to 86400.",
    moment: "Please give a day and a time.",
    order: "The end must come after the beginning.",
    too_long_window: "A window may last seven days at most.",
  },
};
