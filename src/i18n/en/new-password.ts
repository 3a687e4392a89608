/** Wherever a password is chosen. */
export const newPassword = {
  help: "At least 8 characters. Several words are easy to remember and hard to guess.",
  problems: {
    missing: "Please choose a password.",
    too_short: "Please use at least 8 characters.",
    too_long: "Please use at most 200 characters.",
    too_common:
      "This password is among the most common ones, which are guessed first. Please choose another.",
  },
};
