/** The administration: applications and the approval of sensitive scopes. */
export const admin = {
  title: "Administration",
  tabs: {
    approvals: "Approvals",
    applications: "Applications",
    users: "People",
    audit: "Audit log",
  },
  status: {
    decided: "Your decision is stored, and the developer is told by e-mail.",
    decided_silently: "Your decision is stored. The developer has no e-mail address and is not told.",
    verified: "The application is verified.",
    unverified: "The application is no longer verified.",
    disabled: "The application is disabled, and only an administrator can enable it again.",
    enabled: "The application works again.",
    user_created: "The account is there.",
    user_disabled: "The account is disabled, and the person is signed out.",
    user_enabled: "The account is enabled.",
    user_signed_out: "The person is signed out everywhere.",
    factors_reset: "Second factors, recovery codes and passkeys are removed.",
    role_changed: "The role is set.",
    not_verified:
      "Nothing was changed: the application is not what this page showed any more. Please look again.",
  },
  queue: {
    title: "Approvals",
    lead: "Applications that ask for sensitive scopes, longest waiting first.",
    none: "There is nothing here.",
    states: "State",
    look: "Look at it",
  },
  decision: {
    title: (scope: string, application: string) => `${scope} for ${application}`,
    couldRead: "What it would be able to do",
    reads: {
      "detail-user":
        "Of everybody who agrees: bio, phone number, place and date of birth, and address, in addition to name, e-mail address, username, gender and picture.",
      admin:
        "In the name of an administrator who agrees: read any person's name, e-mail address, username, gender and picture by their number, and ask which applications are approved.",
      other: (scope: string) =>
        `What the scope ${scope} stands for is known to the operator's own services; this server opens nothing by it.`,
    },
    notAsked: "The developer has not asked for it.",
    owner: "Asked by",
    nobody: "nobody: the operator registered it",
    legend: "Your decision",
    note: "Reason",
    noteHelp: "The developer reads it. A rejection needs one.",
    noteMissing: "Please give a reason, so that the developer knows what to mend.",
    noteTooLong: "This is too long.",
    noteCharacters: "Please use plain text, without control characters.",
    approve: "Approve",
    reject: "Reject",
    withdraw: "Withdraw the approval",
    changed: "This has changed since you opened the page. Please look at it again before you decide.",
    history: "History of the application",
  },
  applications: {
    title: "Applications",
    lead: "Newest first.",
    none: "There is no application here.",
    filter: "Which",
    all: "All",
    unverified: "Not verified",
    verify: "Verify",
    unverify: "Take the verification back",
    verifyNote:
      "Look at its name, its links and where it leads: people will read that somebody has checked it.",
    disable: "Disable",
    enable: "Enable",
    sensitive: "Sensitive scopes",
  },
};
