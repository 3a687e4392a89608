import type { ReasonDefinitions } from "../../definition.ts";

/** What not even every administrator may do. */
export const administrationReasons = {
  super_admin_only: {
    hint: "Ask a super-admin to do this.",
    places: ["page"],
    fixableBy: "operator",
    retryable: false,
    description: "Only a super-admin may change roles, or act upon the account of an administrator.",
    cause:
      "The person is an administrator, but no super-admin: a role was to be given or taken, or the account that was to be changed belongs to an administrator.",
    resolution:
      "A super-admin does it, or the operator at the command line: `user admin ID on`, `user disable ID`, `user reset-factors ID`.",
    prevention: "Keep at least two super-admins, so that one can be reached.",
    retry: "No, not with this account.",
    page: {
      title: "This is for super-admins",
      sentence:
        "Roles, and the accounts of administrators, are in the hands of super-admins alone. Nothing was changed. Please ask one of them.",
      wayOn: "home",
    },
  },
  last_super_admin: {
    hint: "Give somebody else the role of a super-admin first.",
    places: ["page"],
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
    places: ["page"],
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
} as const satisfies ReasonDefinitions;
