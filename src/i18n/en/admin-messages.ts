/** The administration's page about what was sent. */
export const adminMessages = {
  title: "Messages",
  lead: "E-mails and WhatsApp messages of the last days, newest first. What they say is not kept.",
  filter: "Which",
  shows: { all: "All", mail: "E-mail", whatsapp: "WhatsApp", waiting: "Waiting", failed: "Given up" },
  none: "There is nothing here.",
  channels: { mail: "E-mail", whatsapp: "WhatsApp" },
  states: { failed: "Given up", delivered: "Delivered", sent: "Sent", waiting: "Waiting" },
  attempts: (count: number) => `attempts: ${count}`,
  failures: {
    recipient: "The recipient cannot be reached this way.",
    late: "It was too late for it.",
    unreadable: "The server's key for it is gone.",
  },
};
