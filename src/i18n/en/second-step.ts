export const secondStep = {
  title: "One more step",
  ways: {
    app: {
      lead: "Open your authenticator app and type the code that it shows for this account.",
      code: "6-digit code from the app",
      choose: "Use a code from the authenticator app",
    },
    email: {
      lead: (address: string) => `We send a code to ${address}.`,
      code: "6-digit code from the mail",
      choose: "Get a code by e-mail",
    },
    passkey: {
      lead: "Use one of your passkeys: your fingerprint, your face, the PIN of your device or a security key.",
      choose: "Use a passkey",
    },
    recovery: {
      lead: "Type one of the recovery codes that you wrote down. Each works once.",
      code: "Recovery code",
      choose: "Lost your phone? Use a recovery code",
    },
  },
  sent: (address: string) => `We have sent a mail with a code to ${address}. It works for ten minutes.`,
  send: "Send me a code",
  sendAgain: "Send me a new code",
  remember: "Do not ask for this in this browser for 30 days",
  rememberHelp: "Only on a device that is yours alone.",
  submit: "Go on",
  passkeySubmit: "Use a passkey",
  passkeyNeedsScript: "Passkeys need JavaScript, which is switched off in this browser.",
  missing: "Please type the code.",
  wrong: {
    app: "This code is not right, or it was used before. Please wait for the next one and try again.",
    email: "This is not the code. Please look at the newest message, or have a new code sent.",
    recovery:
      "This is none of your recovery codes, or it was used before. Please compare it with your list, or take another one.",
  },
  stale: "Please send the form once more; it had been open for a long time.",
  lost: "No recovery code left? Ask the people who run this service.",
  otherWays: "Other ways",
  startOver: "Sign in with another account",
};
