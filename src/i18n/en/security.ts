import { counted } from "../counted.ts";

export const security = {
  title: "Security",
  steps: {
    title: "Two-step sign-in",
    lead: "After your password, or the code by WhatsApp, we ask for a second proof, so that nobody gets in with the first alone.",
    off: "Off",
    on: "On",
    app: {
      name: "Authenticator app",
      about: "An app on your phone shows a new code every 30 seconds. It works without a network.",
      turnOn: "Set up an app",
      turnOff: "Turn the app off",
      replace: "Set up another app",
    },
    email: {
      name: "Code by e-mail",
      about: (address: string) => `We send a code to ${address}. An app or a passkey is safer.`,
      needsAddress: "For this, your account needs an e-mail address that you have confirmed.",
      turnOn: "Turn codes by e-mail on",
      turnOff: "Turn codes by e-mail off",
    },
    passkey: {
      name: "Passkey after the password",
      about: "Whoever signs in with your password also needs one of your passkeys.",
      needsPasskey: "For this, add a passkey below first.",
      turnOn: "Ask for a passkey",
      turnOff: "Do not ask for a passkey",
    },
  },
  recovery: {
    title: "Recovery codes",
    left: (count: number) => counted("en", count, { one: "One code is left.", other: "# codes are left." }),
    about: "With one of them you get in when you have lost your phone. Each works once.",
    renew: "Make new codes",
    shown: {
      title: "Your recovery codes",
      lead: "Write these codes down or print them, and keep them where you will find them without your phone. You see them only this once.",
      about:
        "If you lose your phone, each of them lets you in once. Earlier recovery codes do not work any more.",
      done: "I have kept them",
    },
  },
  trusted: {
    title: "Browsers you trust",
    count: (count: number) =>
      counted("en", count, {
        one: "One browser is not asked for the second step.",
        other: "# browsers are not asked for the second step.",
      }),
    none: "The second step is asked for in every browser.",
    forget: "Ask again in all of them",
  },
  app: {
    title: "Set up an authenticator app",
    scan: "Open your authenticator app (for example Google Authenticator, Aegis or 2FAS) and scan this picture.",
    qr: "QR code for the authenticator app",
    open: "Open it in the app on this phone",
    manual: "If neither works, type this key into the app:",
    code: "6-digit code that the app shows now",
    submit: "Turn on",
    wrong:
      "This is not the code that the app should show. Please check that the phone sets its clock by itself.",
    missing: "Please type the code.",
    stale: "Please scan the new picture; the page had been open for a long time.",
  },
  passkeys: {
    title: "Passkeys",
    lead: "With a passkey you sign in by fingerprint, face or the PIN of your device, without a password. Nobody can steal it from afar.",
    none: "You have no passkey yet.",
    add: "Add a passkey",
    since: "Added",
    lastUse: "Last used",
    never: "never",
    change: "Rename or remove",
    name: "Name",
    rename: "Save the name",
    remove: (name: string) => `Remove ${name}`,
  },
  newPasskey: {
    title: "Add a passkey",
    lead: "Give it a name by which you will know it again. Your device then asks for your fingerprint, your face or its PIN.",
    name: "Name of the passkey",
    suggestion: (browser: string, device: string) => `${browser} on ${device}`,
    fallback: "My passkey",
    submit: "Create the passkey",
    needsScript: "Passkeys need JavaScript, which is switched off in this browser.",
    noButton: "If you see no button here, this browser cannot use passkeys.",
    failed: "The passkey was not added. Please try again.",
    taken: "This passkey is registered already.",
    tooMany: "You have as many passkeys as we keep for an account. Please remove one first.",
  },
};
