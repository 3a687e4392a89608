import type { ReasonDefinitions } from "../../definition.ts";

/** What not even every administrator may do. */
export const administrationReasons = {
  super_admin_only: {
    hint: "Ask a super-admin to do this.",
    places: ["api", "page"],
    fixableBy: "operator",
    retryable: false,
    description:
      "Only a super-admin may change roles, act upon the account of an administrator, or approve the scope admin.",
    cause:
      "The person is an administrator, but no super-admin: a role was to be given or taken, the account that was to be changed belongs to an administrator, or an application was to be approved for the scope `admin`.",
    resolution:
      "A super-admin does it, or the operator at the command line: `user admin ID on`, `user disable ID`, `user reset-factors ID`, `client approve CLIENT_ID admin`.",
    prevention: "Keep at least two super-admins, so that one can be reached.",
    retry: "No, not with this account.",
    page: {
      title: "This is for super-admins",
      sentence:
        "Roles, the accounts of administrators and what acts in their name are in the hands of super-admins alone. Nothing was changed. Please ask one of them.",
      wayOn: "home",
    },
  },
  last_super_admin: {
    hint: "Give somebody else the role of a super-admin first.",
    places: ["api", "page"],
    fixableBy: "operator",
    retryable: false,
    description: "Nobody would be left who may give roles.",
    cause: "The account is the only super-admin who can sign in, and was to lose the role or be disabled.",
    resolution: "Give another person the role of a super-admin, and then do it again.",
    prevention: "Keep at least two super-admins.",
    retry: "Yes, once there is another super-admin.",
    page: {
      title: "This is the last super-admin",
      sentence:
        "Somebody has to be able to give roles, so the last super-admin stays one. Nothing was changed. Give another person the role first.",
      wayOn: "home",
    },
  },
  own_account: {
    hint: "Use the pages of your own account.",
    places: ["api", "page"],
    fixableBy: "person",
    retryable: false,
    description: "Administrators do this to other people's accounts only.",
    cause: "An administrator tried to disable, sign out or reset the account they are working with.",
    resolution: "Your own sign-ins and second factors are on the pages of your account.",
    prevention: "None is needed: pages offer it for other accounts only.",
    retry: "No, not for your own account.",
    page: {
      title: "This is your own account",
      sentence:
        "What administrators do to accounts is not for their own, so that nobody locks themselves out. Nothing was changed. Your own sign-ins and second factors are on the pages of your account.",
      wayOn: "home",
    },
  },
  proof_too_old: {
    hint: "Have the person sign in again (prompt=login), and call within five minutes with the new token.",
    places: ["api", "page"],
    fixableBy: "person",
    retryable: false,
    description: "This is dangerous, and the person has not proven for more than five minutes who they are.",
    cause:
      "What locks people out, gives roles, opens other people's data or stops the service is done only with a fresh proof, so that a token or a browser in the wrong hands cannot do it. The token is from a sign-in that is older than five minutes; a refreshed token has the age of the sign-in that it goes back to.",
    resolution:
      "Send the person to `/oauth/authorize` with `prompt=login`, redeem the code, and call again with the new token within five minutes of the sign-in. On a page: enter the password again when it is asked for.",
    prevention:
      "Programs that act without a person read only; have an administrator sign in right before what is dangerous, and do all of it then.",
    retry: "Yes, with a token from a new sign-in.",
    page: {
      title: "Please prove once more that it is you",
      sentence:
        "What you were about to do is only for somebody who has entered their password within the last five minutes. Nothing was changed. Open the page again and repeat what you did; we will ask you for the password first.",
      wayOn: "try_again",
    },
  },
} as const satisfies ReasonDefinitions;
