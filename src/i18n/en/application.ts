/** What is said of an application, to its developer and to administrators alike. */
export const application = {
  tags: {
    verified: "Verified",
    unverified: "Not verified",
    disabled: "Disabled",
    test: "Test application",
    confidential: "Confidential",
    public: "Public",
  },
  facts: {
    clientId: "client_id",
    owner: "Owner",
    created: "Registered",
    redirectUris: "Redirect URIs",
    grants: "Grants",
    scopes: "Scopes",
    homepage: "Homepage",
    privacyPolicy: "Privacy policy",
    none: "none",
  },
  approval: {
    states: {
      none: "Not asked for",
      pending: "Waiting for a decision",
      approved: "Approved",
      rejected: "Rejected",
      withdrawn: "Withdrawn",
    },
    asked: "What was asked",
    reason: "Reason",
    since: "Since",
    request: {
      privacy_policy_url: "Privacy policy",
      purpose: "Purpose",
      security_measures: "Security measures",
      compliance_notes: "Laws and rules",
      contact: "Contact",
    },
  },
};
