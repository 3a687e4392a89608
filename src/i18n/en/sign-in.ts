export const signIn = {
  title: "Sign in",
  toContinue: (application: string) => `to continue to ${application}`,
  identifier: "E-mail address, username or phone number",
  identifierMissing: "Please give your e-mail address, your username or your phone number.",
  password: "Password",
  passwordMissing: "Please give your password.",
  submit: "Sign in",
  wrong: "This does not match any account. Please check both fields and try again.",
  stale: "Please send the form once more; it had been open for a long time.",
  forgot: "Forgot your password?",
  noAccount: "No account yet?",
  register: "Register",
  doubt: {
    title: "A code as well, please",
    lead: "Many wrong passwords were typed for this account today, so the password alone does not open it here.",
    sent: "If the password was right, a code is on its way: by WhatsApp to the account's number, or by e-mail to its address.",
    field: "6-digit code",
    wait: "Give it a few minutes, and look among the unwanted mail too. If nothing comes, the password was not right: try again, or choose a new one.",
    again: "Sign in again",
  },
  signedOut: "You are signed out.",
};

export const signOut = {
  title: "Sign out",
  question: (name: string) => `Do you want to sign out of the account ${name} in this browser?`,
  applications: "Applications in which you are signed in stay signed in until you sign out there.",
  submit: "Sign out",
  submitAll: "Sign out of all accounts in this browser",
  cancel: "Stay signed in",
};

export const home = {
  deleted: "Your account is deleted.",
  title: (site: string) => `Welcome to ${site}`,
  lead: "One account for many applications. You decide what each of them may see, and can change your mind at any time.",
  signIn: "Sign in",
  register: "Open an account",
};
