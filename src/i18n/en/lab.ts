/** The error lab of the developer portal. */
export const lab = {
  title: "Error lab",
  lead: "Here your application gets any error you like from the real endpoints, so that you see what your program does about it before it happens to people.",
  unmarked:
    "For that, mark this application as a test application. Then only you and the people you invite can sign in to it, and the consent page says what it is. Better register an application of its own for tests: who is not invited can no longer sign in.",
  marked:
    "This is a test application: only you and the people you invite can sign in to it. An error is made before anything is done, so nothing is used up.",
  mark: "Mark as a test application",
  unmark: "No longer a test application",
  manual: "How it works",
  errors: "Every error",
  errorsLead: "Open a code and choose one of its reasons.",
  make: "Make it happen",
  makeNamed: (reason: string) => `Make it happen: ${reason}`,
  read: "What this error means",
  all: "All errors",
  endpoint: "Where it is to happen",
  delay: "Wait before the answer",
  seconds: (seconds: number) =>
    seconds === 0 ? "not at all" : seconds === 1 ? "1 second" : `${seconds} seconds`,
  token: "Access token",
  tokenHelp:
    "A valid one of this application; the page Try it makes one, and can have this error as well. It goes into this request and is kept nowhere.",
  tokenMissing: "Please give an access token.",
  notHere:
    "The answer goes to your application. If you would rather see it here, let this application redirect to our test page:",
  toTry: "Try it",
  noRedirectUri: "This application has no redirect URI, so no browser can be sent to it.",
  answer: "The answer",
  notRehearsed:
    "This is not the error you wished for: something else was wrong with the request. The answer says what.",
  requests: "The request, to copy",
  requestsLead: "It is in order but for one header or parameter, which your tests may set.",
  testers: {
    title: "Who may sign in",
    lead: "You, and whoever signs in here with one of these. We do not tell whether there is such an account.",
    since: "Invited",
    identifier: "E-mail address, user name or phone number",
    help: "What the person signs in with here. They get no message: send them the address of your application yourself.",
    invite: "Invite",
    remove: "Remove",
    removeNamed: (name: string) => `Remove ${name}`,
  },
  choose: {
    title: "Make it happen",
    several: "With which of your test applications?",
    none: "None of your applications is marked as a test application yet. Choose the one to mark.",
    register: "Register an application",
  },
};
