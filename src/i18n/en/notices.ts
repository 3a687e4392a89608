/** Where and when something happened to an account, in the reader's language. */
export interface NoticeFacts {
  readonly name: string | null;
  readonly service: string;
  /** One of `happened`, with its subject. */
  readonly happened: string;
  readonly when: string;
  readonly browser: string | undefined;
  readonly device: string | undefined;
  readonly address: string;
  /** Where a new password is chosen. */
  readonly passwordLink: string;
  /** Where second factors and passkeys are shown. */
  readonly securityLink: string;
  /** Whom to write to: an address or a link. */
  readonly contact: string;
}

/** Messages about what happened to an account: the same frame around each. */
export const notices = {
  kinds: {
    new_device: {
      subject: "New sign-in to your account",
      happened: "somebody has signed in to your account in a browser that was never used for it before.",
    },
    password_changed: {
      subject: "Your password was changed",
      happened:
        "the password of your account was changed. All other sign-ins have ended, and applications will ask you to sign in again.",
    },
    email_changed: {
      subject: "Your e-mail address was changed",
      happened: "the e-mail address of your account was changed. From now on we write to the new one.",
    },
    number_changed: {
      subject: "Your WhatsApp number was changed",
      happened: "the WhatsApp number of your account was changed. From now on codes go to the new one.",
    },
    app_added: {
      subject: "An authenticator app was added",
      happened: "from now on, signing in to your account also asks for a code from an authenticator app.",
    },
    app_removed: {
      subject: "An authenticator app was removed",
      happened: "signing in to your account no longer asks for a code from an authenticator app.",
    },
    email_added: {
      subject: "Codes by e-mail were switched on",
      happened: "from now on, signing in to your account also asks for a code that we send to this address.",
    },
    email_removed: {
      subject: "Codes by e-mail were switched off",
      happened: "signing in to your account no longer asks for a code that we send to this address.",
    },
    passkey_step_added: {
      subject: "Passkeys are asked for after the password",
      happened:
        "from now on, signing in to your account with the password also asks for one of your passkeys.",
    },
    passkey_step_removed: {
      subject: "Passkeys are no longer asked for after the password",
      happened: "signing in to your account with the password no longer asks for a passkey.",
    },
    passkey_added: {
      subject: "A passkey was added",
      happened: "a passkey was added to your account. Whoever has it can sign in without your password.",
    },
    passkey_removed: {
      subject: "A passkey was removed",
      happened: "a passkey was removed from your account. It can no longer be used to sign in.",
    },
    recovery_code_used: {
      subject: "A recovery code was used",
      happened:
        "one of your recovery codes was used to sign in to your account. It does not work any more. You can make new ones at any time.",
    },
    recovery_codes_renewed: {
      subject: "You have new recovery codes",
      happened: "new recovery codes were made for your account. The earlier ones do not work any more.",
    },
    data_downloaded: {
      subject: "Your data was downloaded",
      happened: "everything that we hold about you was downloaded as a file.",
    },
    factors_reset: {
      subject: "Your second factors were reset",
      happened:
        "the people who run this service have removed the second factors, recovery codes and passkeys of your account. The password alone signs in now.",
    },
    account_deleted: {
      subject: "Your account was deleted",
      happened:
        "your account was deleted with everything that belonged to it. No application can see anything of it any more.",
    },
    codes_exhausted: {
      subject: "Too many wrong codes",
      happened:
        "somebody gave the right password of your account and then many wrong codes. We take no more codes until tomorrow. A passkey or a browser you told us to trust still works.",
    },
  },
  /** One paragraph, for WhatsApp: its templates take no line breaks. */
  short: ({ service, happened, when, securityLink }: NoticeFacts) =>
    `${service}: ${happened} (${when}) If this was not you, look here at once: ${securityLink}`,
  /** The same for an account that is there no more. */
  /** About what was not done in the person's own browser. */
  operatorShort: ({ service, happened, when, contact }: NoticeFacts) =>
    `${service}: ${happened} (${when}) If you did not ask for this, write to us: ${contact}`,
  operatorText: (facts: NoticeFacts) => `${facts.name === null ? "Hello," : `Hello ${facts.name},`}

${facts.happened}

Time: ${facts.when}

If you asked for this, protect your account anew:

${facts.securityLink}

If you did not, choose a new password at once and write to us:

${facts.passwordLink}

${facts.contact}

${facts.service}
`,
  lastShort: ({ service, happened, when, contact }: NoticeFacts) =>
    `${service}: ${happened} (${when}) This cannot be undone. If this was not you, write to us: ${contact}`,
  lastText: (facts: NoticeFacts) => `${facts.name === null ? "Hello," : `Hello ${facts.name},`}

${facts.happened}

Time: ${facts.when}
Browser: ${facts.browser ?? "unknown browser"} on ${facts.device ?? "an unknown device"}
IP address: ${facts.address}

This cannot be undone. You may register again at any time; it will be a new account.

If this was not you, change the password of this mailbox at once and write to us:

${facts.contact}

${facts.service}
`,
  text: (facts: NoticeFacts) => `${facts.name === null ? "Hello," : `Hello ${facts.name},`}

${facts.happened}

Time: ${facts.when}
Browser: ${facts.browser ?? "unknown browser"} on ${facts.device ?? "an unknown device"}
IP address: ${facts.address}

If this was you, all is well. If not, choose a new password at once, and change the password of this mailbox too:

${facts.passwordLink}

Then look through how your account is protected:

${facts.securityLink}

${facts.service}
`,
};
