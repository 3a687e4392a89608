export const errorPage = {
  details: "Details for whoever has to mend this",
  code: "Error code",
  reason: "Reason",
  requestId: "Request id",
  reference: "Read about this error in the reference",
  home: "Go to the start page",
  signIn: "Sign in",
  tryAgain: "Try again",
  fixableBy: {
    app_developer: "The developers of the application can mend this.",
    operator: "The people who run this service can mend this.",
    person: "You can mend this yourself.",
  },
};
