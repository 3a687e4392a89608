interface CodeFacts {
  readonly code: string;
  readonly service: string;
}

/** Everything about WhatsApp: what we send, and the pages that wait for it. */
export const whatsapp = {
  /** To a number that was typed. WhatsApp shows its own words around the code; these are for the outbox of development. */
  code: {
    subject: "Your code",
    text: ({ code, service }: CodeFacts) =>
      `${code} is your code for ${service}. It works for ten minutes. Tell it to nobody: nobody from ${service} will ever ask you for it.`,
  },
  /** The answer to somebody who wrote to us first: they may have been talked into it. */
  reply: {
    subject: "Your code",
    text: ({ code, service }: CodeFacts) =>
      `${code} is your code for ${service}. Type it only on the page on which you yourself opened WhatsApp just now. Did somebody send you a link or ask you to write to us? Then tell the code to nobody, or they can open your account.`,
  },
  /** What the person sends us; `reference` tells which browser waits. */
  message: (service: string, reference: string) => `Sign in to ${service} (${reference})`,
  button: "Sign in with WhatsApp",
  buttonHelp: "You get a code on your phone. No password is needed.",
  number: "WhatsApp number",
  numberHelp: "For example 0812 3456 7890. We send a code to it by WhatsApp.",
  numberProblem:
    "Please give a whole phone number, such as 0812 3456 7890, with the country's code (+…) if it is not Indonesian.",
  page: {
    title: "Type the code",
    sent: (number: string) => `We have sent a code by WhatsApp to ${number}.`,
    sentIfKnown: (number: string) =>
      `If there is an account with ${number}, a code is on its way to it by WhatsApp.`,
    field: "6-digit code from WhatsApp",
    submit: "Go on",
    limits: "It works for ten minutes and on this page only. Tell it to nobody.",
    nothingCame: "No message?",
    wait: "Give it a minute, and look whether the number above is right and has WhatsApp.",
    unknown: "Perhaps there is no account with this number yet.",
    again: "Ask for another code",
    openAccount: "Open an account",
    otherWay: "Sign in another way",
    email: "Use an e-mail address instead",
    wrong: "This is not the code. Please look at the newest message.",
    spent:
      "This code does not work any more: it was used, or there were too many attempts. Please ask for another.",
    expired: "This code is older than ten minutes. Please ask for another.",
    stale: "Please send the form once more; it had been open for a long time.",
  },
  write: {
    offer: "You can also write to us first: we answer with a code.",
    submit: "Write to us by WhatsApp",
    title: "Write to us by WhatsApp",
    open: "Open WhatsApp",
    first: "Send the message that is ready there, as it is.",
    answered: "Within a minute we answer with a code. Come back to this page and type it here.",
    arrived: "Your message has arrived, and we have answered with a code. Type it here.",
    look: "Look whether the message has arrived",
  },
  newcomer: {
    title: "What is your name?",
    lead: (number: string) => `There is no account with ${number} yet. Tell us your name, and we open one.`,
    submit: "Open the account",
  },
};
