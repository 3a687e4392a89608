export const register = {
  title: "Open an account",
  name: "Your name",
  email: "E-mail address",
  emailHelp: "We send you a mail to check that it is yours.",
  password: "Password",
  submit: "Register",
  haveAccount: "You have an account already?",
  signIn: "Sign in",
  again: "Register again",
  stale: "Please send the form once more; it had been open for a long time.",
  emailProblem: "Please give a whole e-mail address, such as siti@example.com.",
  verify: {
    title: "Read your mail",
    sent: (address: string) => `We have sent a mail to ${address}. It tells you how to go on.`,
    code: "6-digit code from the mail",
    submit: "Go on",
    later: "You can also open the link in the mail, on any device. Both work for one hour.",
    nothingCame: "No mail? Look among the unwanted mail. If the address above is wrong, register again.",
    wrong: "This is not the code. Please look at it again in the newest mail.",
    spent:
      "This code does not work any more: it was used or replaced, or there were too many attempts. If you have confirmed your address already, sign in. Otherwise register again.",
    expired: "This code is older than an hour. Please register again.",
    taken: "There is an account with this e-mail address by now. Please sign in.",
  },
  confirm: {
    title: "Confirm your e-mail address",
    lead: (name: string, address: string) =>
      `Hello ${name}, to open the account for ${address}, please type the password you chose when you registered.`,
    submit: "Open the account",
    wrong: "This is not the password you chose when you registered.",
    notYou: "You did not register here? Close this page; no account is opened.",
  },
};
