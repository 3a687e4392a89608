/** Why a row was not taken. */
export const skipReasons = {
  row_malformed: "has other columns than the header, or none",
  id_invalid: "has no usable id",
  id_taken: "has the id of somebody or something else here",
  deleted: "was deleted there; its id is never given again",
  deleted_here: "was taken once and deleted here since",
  name_missing: "has no name",
  name_invalid: "has a name that is too long or holds control characters",
  no_identifier: "has no e-mail address, username or number of its own that is valid",
  email_taken: "has the e-mail address of another account, if one ignores case",
  personal_access_client: "is for personal access tokens, which there are none of here",
  password_client: "uses the password grant, which OAuth 2.1 removed",
  no_grant: "uses no grant that this server has",
  no_redirect_uri: "has no redirect URI that may be registered",
  secret_unsupported:
    "has a secret hashed in a way that cannot be verified here: create the application anew",
  client_unknown: "belongs to an application that is not here",
  scope_unknown: "is about a scope that this server does not have, or that needs no approval",
  scope_not_registered: "is about a scope that the application is not registered for",
  status_unknown: "has a status that is none of pending, approved, rejected, withdrawn",
} as const;

/** What was left out or changed of a row that was taken. */
export const noteReasons = {
  email_invalid: "the e-mail address is none",
  email_unverified: "the e-mail address had not been verified",
  phone_invalid: "the phone number is none",
  phone_unverified: "the phone number had not been verified and was left out",
  phone_taken: "the phone number is another account's and was left out",
  username_invalid: "the username does not fit the rules here and was left out",
  username_taken: "the username is another account's and was left out",
  gender_invalid: "the gender was left out",
  bio_invalid: "the biography is too long and was left out",
  place_of_birth_invalid: "the place of birth is too long and was left out",
  date_of_birth_invalid: "the date of birth is none and was left out",
  address_invalid: "the address is too long and was left out",
  password_unsupported: "the password cannot be verified here: the person resets it",
  password_missing: "there is no password: the person sets one by a reset",
  admin_not_taken: "was an administrator: make one by hand with user admin ID on",
  redirect_uri_refused: "a redirect URI may not be registered here and was left out",
  grant_dropped: "a grant that this server does not have was left out",
  scope_dropped: "a scope that this server does not have was left out",
  owner_unknown: "the owner is not here",
  secret_short: "the secret has less than 16 characters: rotate it",
  secret_taken_as_sha256: "the secret was taken for a SHA-256 hash by its shape",
  revoked: "was revoked there and is disabled here",
} as const;

export type SkipReason = keyof typeof skipReasons;
export type NoteReason = keyof typeof noteReasons;

/** What became of reading a row. */
export type Read<Thing> =
  | { readonly thing: Thing; readonly notes: readonly NoteReason[] }
  | { readonly skipped: SkipReason };
