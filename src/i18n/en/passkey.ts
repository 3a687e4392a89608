export const passkey = {
  signIn: "Sign in with a passkey",
  failed: "That did not work. Please try again, or choose another way.",
  wrong: "This passkey was not accepted. Please try again, or choose another way.",
};
