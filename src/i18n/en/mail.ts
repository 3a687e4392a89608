/** What a mail is filled in with; `name` is null where greeting by it would carry somebody else's text. */
interface Facts {
  readonly name: string | null;
  readonly service: string;
  readonly link: string;
}

const hello = (name: string | null) => (name === null ? "Hello," : `Hello ${name},`);

/** Mails are plain text: they look the same everywhere and hide no address behind a word. */
export const mail = {
  confirmAddress: {
    subject: "Confirm your e-mail address",
    text: ({ name, service, link, code }: Facts & { readonly code: string }) => `${hello(name)}

you are opening an account with ${service}. Please show us that this address is yours.

Type this code where you registered:

    ${code}

Or open this link, which asks for the password you chose:

${link}

Both work for one hour. Tell the code to nobody: nobody from ${service} will ever ask you for it.

If this was not you, you need not do anything: no account is opened.

${service}
`,
  },
  code: {
    subject: "Your code",
    text: ({ name, service, code }: Omit<Facts, "link"> & { readonly code: string }) => `${hello(name)}

this is your code for ${service}:

    ${code}

It works for ten minutes, on the page where you asked for it. Tell it to nobody: nobody from ${service} will ever ask you for it.

If you did not ask for it, you need not do anything.

${service}
`,
  },
  alreadyRegistered: {
    subject: "You have an account already",
    text: ({ name, service, link, resetLink }: Facts & { readonly resetLink: string }) => `${hello(name)}

somebody, most likely you, wanted to open an account with ${service} for this address. There is one already.

Sign in here:

${link}

If you have forgotten your password, choose a new one here:

${resetLink}

If this was not you, you need not do anything: nothing was changed.

${service}
`,
  },
  resetPassword: {
    subject: "Choose a new password",
    text: ({ name, service, link }: Facts) => `${hello(name)}

somebody, most likely you, has forgotten the password of your account with ${service}. Choose a new one here:

${link}

The link works once, within one hour. Do not pass it on: whoever has it can change your password.

If this was not you, you need not do anything: your password stays as it is.

${service}
`,
  },
  factorCode: {
    subject: "Your code",
    text: ({ name, service, link, code }: Facts & { readonly code: string }) => `${hello(name)}

this is the code that ${service} asks you for:

    ${code}

It works for ten minutes, in the browser in which it was asked for. Tell it to nobody: nobody from ${service} will ever ask you for it.

If you are not signing in at this moment, somebody knows your password. Choose a new one:

${link}

${service}
`,
  },
};
