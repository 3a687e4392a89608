export const recover = {
  title: "Forgot your password?",
  lead: "Tell us how you sign in, and we send you a mail with a link to choose a new password.",
  identifier: "E-mail address, username or phone number",
  submit: "Send the link",
  identifierProblem: "Please give your e-mail address, your username or your phone number.",
  stale: "Please send the form once more; it had been open for a long time.",
  backToSignIn: "Back to sign-in",
  sent: {
    title: "Look into your mailbox",
    lead: "If there is an account with an e-mail address, a mail with a link is on its way to it. The link works for one hour.",
    nothingCame:
      "No mail after a few minutes? Look among the unwanted mail, check what you typed, or try another address of yours.",
    byWhatsApp:
      "Is there a WhatsApp number with the account? Sign in with a code instead; no password is needed.",
    again: "Try again",
  },
  reset: {
    title: "Choose a new password",
    lead: "You will be signed out everywhere, and applications will ask you to sign in again.",
    password: "New password",
    submit: "Save the password",
  },
  newLink: "Ask for a new link",
};
