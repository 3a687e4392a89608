export const outbox = {
  title: "Outbox",
  lead: "Development only: mails and WhatsApp messages that would have been sent, newest first.",
  empty: "Nothing has been sent yet.",
  to: (address: string) => `To ${address}`,
};
