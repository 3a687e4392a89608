/** What a mail is filled in with; `name` is null where greeting by it would carry somebody else's text. */
interface Facts {
  readonly name: string | null;
  readonly service: string;
  readonly link: string;
}

/** An administrator's decision about an application. */
interface Decision extends Facts {
  readonly application: string;
  readonly scope: string;
  readonly note: string | null;
}

/** What somebody wrote, below a line that says so; nothing where they wrote nothing. */
const said = (what: string, note: string | null) => (note === null ? "" : `\n${what}\n\n${note}\n`);

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
  invited: {
    subject: "You have an account",
    text: ({ name, service, link, resetLink }: Facts & { readonly resetLink: string }) => `${hello(name)}

the people who run ${service} have made an account for you. Choose a password here:

${link}

The link works once, within one hour. After that, ask for a new one here:

${resetLink}

If you know nothing of this, you need not do anything.

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
  approvalApproved: {
    subject: "Your request was approved",
    text: ({ name, service, link, application, scope, note }: Decision) => `${hello(name)}

${application} may now use the scope ${scope} at ${service}. Tokens that you hold already work at their next call.
${said("What the administrator added:", note)}
See it here:

${link}

${service}
`,
  },
  approvalRejected: {
    subject: "Your request was rejected",
    text: ({ name, service, link, application, scope, note }: Decision) => `${hello(name)}

your request that ${application} may use the scope ${scope} at ${service} was rejected.
${said("The reason:", note)}
You may mend what is wrong and ask again:

${link}

${service}
`,
  },
  approvalWithdrawn: {
    subject: "An approval was taken back",
    text: ({ name, service, link, application, scope, note }: Decision) => `${hello(name)}

${application} may no longer use the scope ${scope} at ${service}. Tokens that you hold no longer open anything by it.
${said("The reason:", note)}
You may ask again:

${link}

${service}
`,
  },
};
