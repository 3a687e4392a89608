/** What somebody who is signed in can go to, and what every page there may say. */
export const areas = {
  label: "Areas",
  account: "Account",
  developer: "Developers",
  admin: "Administration",
  signOut: "Sign out",
  next: "Next page",
  first: "To the beginning",
  pages: "Pages of the list",
  status: {
    stale: "Nothing was changed, because the page had been open for a long time. Please try again.",
    other_account:
      "Nothing was changed, because you are working with another account in this browser by now.",
  },
};
