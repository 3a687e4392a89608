export const managementApi = {
  title: "Management API",
  lead: "What administrators do on the pages of the administration, for their programs.",
  howTo:
    "Each call needs a token with the scope `admin`. The application must be approved for it, and the person behind the token must be an administrator at the time of the call; what is done is written down in the audit log.",
  machine: "The same for programs, with the user API (OpenAPI 3.1):",
  back: "Documentation",
  groups: {
    users: "People",
    applications: "Applications",
    approvals: "Approvals",
    scopes: "Scopes",
    maintenance: "Maintenance",
    audit: "Audit log",
    operation: "Operation",
  },
  superAdminOnly: "For super-admins only.",
  freshProof: {
    always: "Only with a token from a sign-in of the last five minutes (`prompt=login`).",
    sometimes:
      "What is dangerous only with a token from a sign-in of the last five minutes (`prompt=login`).",
  },
  parameters: "In the address",
  body: "In the JSON body",
  answer: "The answer:",
  required: "required",
  optional: "optional",
};
