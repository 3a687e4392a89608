/** The form about an application, and what can be wrong with it. */
export const applicationForm = {
  newTitle: "Register an application",
  newLead:
    "An application is your website, app or server with which people sign in by their account here. You can change everything later but its type.",
  editTitle: "Settings of the application",
  verifiedNote:
    "This application is verified. If you change its name, its links, or redirect to another place, it counts as not verified until an administrator has looked at it again.",
  name: "Name",
  nameHelp: "People read it when they are asked for their consent.",
  type: "Type",
  types: {
    confidential: "Confidential",
    confidentialHelp: "A website with a server of its own, which can keep a secret.",
    public: "Public",
    publicHelp:
      "A phone app, a desktop program or a page without a server: it gets no secret and must use PKCE.",
  },
  redirectUris: "Redirect URIs",
  redirectUrisHelp:
    "Where people are sent back to, one in each line, exactly as your application sends it. https, or http on localhost; a public application may use a private scheme such as com.example.app:/callback.",
  grants: "Grants",
  grantTexts: {
    authorization_code: "People sign in",
    refresh_token: "They stay signed in, without being asked again",
    client_credentials: "The application asks for itself, without a person",
  },
  scopes: "Scopes",
  scopesHelp: "What the application may ask people for.",
  needsApproval: "An administrator has to approve it before it opens anything.",
  operatorScope: "Given by the operator. If you take it away, only the operator can give it back.",
  homepageUrl: "Homepage",
  privacyPolicyUrl: "Privacy policy",
  addressHelp: "An https address. You may leave it empty.",
  submitNew: "Register",
  submit: "Save",
  stale: "Please send the form once more; it had been open for a long time.",
  problems: {
    name: {
      missing: "Please give a name.",
      too_long: "The name may have at most 100 characters.",
      characters: "Please write the name in one line, without control characters.",
      imitation:
        "This name could be taken for that of the service itself. Please choose one that says whose application it is.",
    },
    type: "Please choose one of the two.",
    redirectUrisMissing: "People who sign in have to be sent back somewhere: please give at least one.",
    redirectUrisTooMany: "At most 20 redirect URIs can be registered.",
    redirectUri: {
      too_long: "has more than 2,000 characters.",
      malformed: "is not an absolute address that every browser reads alike.",
      fragment: "may not have a part after #.",
      userinfo: "may not hold a user name or password before the @.",
      wildcard: "may not hold a *: each address is compared exactly.",
      insecure: "must begin with https://; http:// is only for localhost, 127.0.0.1 and [::1].",
      scheme:
        "must begin with https://; a public application may use a private scheme with a dot, such as com.example.app:/callback.",
      private_scheme_confidential: "has a private scheme, which only a public application may use.",
    },
    grantTypes: {
      missing: "Please choose at least one.",
      refresh_token_alone: "Staying signed in needs people to sign in first: choose both.",
      client_credentials_public:
        "A public application has no secret, so it cannot ask for itself. Leave the last one out.",
    },
    scopes: "Please choose at least one.",
    address: "Please give an https address, or leave it empty.",
  },
};
