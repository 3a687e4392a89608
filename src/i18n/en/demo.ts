export const demo = {
  title: "A demo application",
  introduction:
    "This page plays an application of somebody else. It knows this server only by its public address. Sign in, and every step is shown below.",
  signIn: (service: string) => `Login with ${service}`,
  signInPublic: "The same as a public application",
  refresh: "Refresh the tokens",
  stateDiffers:
    "The answer does not belong to a sign-in that this browser began, so it was not used. Please begin again.",
  request: "What the application sends",
  response: "What comes back",
  steps: {
    authorize: (service: string) => `The browser is sent to ${service}`,
    callback: "The browser comes back",
    token: "The application redeems the code",
    refresh: "The application refreshes its tokens",
    user: "The application reads the user",
    details: "The application reads the details",
  },
};
