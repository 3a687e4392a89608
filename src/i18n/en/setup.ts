export const setup = {
  title: "The first administrator",
  lead: "This server has no accounts yet. Yours will be the first, and it may administer everything.",
  submit: "Begin",
};
