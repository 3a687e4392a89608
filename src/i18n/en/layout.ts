export const layout = {
  skip: "Skip to content",
  language: "Language",
  documentation: "Documentation",
  errorReference: "Error reference",
  account: "Your account",
  signIn: "Sign in",
  maintenanceBanner: "Maintenance is under way. Some things do not work for the moment.",
};
