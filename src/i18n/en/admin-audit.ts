/** The audit log's page. */
export const adminAudit = {
  title: "What was done",
  lead: "Who did what to whom, and from where, newest first. Nothing here is ever changed or removed.",
  any: "Anything",
  action: "What",
  actor: "Who (number of the account)",
  targetKind: "To what",
  targetId: "Its number, client_id or name",
  since: "From this day on",
  until: "Up to this day",
  show: "Show",
  reset: "Show everything",
  kinds: { user: "Account", client: "Application", scope: "Scope", server: "Server" },
  problems: {
    actor: "The account is given by its number.",
    action: "There is nothing of this kind.",
    target: "Please give both: what it was done to, and its number, client_id or name.",
    date: "Please give days that are in the calendar.",
    several: "Please give only one of these: who, what, or to what.",
  },
  download: "Download as CSV",
  downloadHelp: "All entries that fit, not only this page. That you took a copy is written down.",
};
