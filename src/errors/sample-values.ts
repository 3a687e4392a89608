import type { ErrorExtras, HintValues } from "./catalogue-error.ts";
import type { Family } from "./definition.ts";
import { fieldMessage, unknownFields } from "./field-messages.ts";

const profileFields = "name, gender, bio, place_of_birth, date_of_birth, address";

/** What stands for a hint's placeholders where no real request gives them: the values that real answers most often have. */
const usual: HintValues = {
  allowed: "POST",
  difference: "trailing slash",
  expected: "43 to 128 characters of A-Z a-z 0-9 - . _ ~",
  fields: profileFields,
  grant_type: "refresh_token",
  limit: 8192,
  parameter: "code",
  scope: "detail-user",
  supported: "view-user, detail-user",
};

/** Where the usual value would be a strange one: by `family reason`. */
const special: Readonly<Record<string, HintValues>> = {
  "api method_not_allowed": { allowed: "GET, HEAD, PATCH" },
  "api content_type_unsupported": { supported: "application/json" },
  "api body_too_large": { limit: 32_768 },
  "oauth body_too_large": { limit: 32_768 },
  "oauth parameters_too_many": { limit: 64 },
  "oauth parameter_value_unsupported": { parameter: "response_mode", supported: "query" },
  "oauth credentials_in_query": { parameter: "client_secret" },
  "oauth grant_type_unsupported": { supported: "authorization_code, refresh_token, client_credentials" },
};

const fields: Readonly<Record<string, ErrorExtras["fields"]>> = {
  field_invalid: { date_of_birth: [fieldMessage({ kind: "in_future", limit: 0 })] },
  field_unknown: Object.fromEntries(unknownFields(["nickname"])),
};

export function sampleParameters(family: Family, reason: string): HintValues {
  return { ...usual, ...special[`${family} ${reason}`] };
}

/** These are about the `Authorization` header, so whoever really gets them has sent one. */
const aboutTheHeader = new Set(["authorization_header_malformed", "client_authentication_unsupported"]);

/** What accompanies a reason beside its parameters. */
export function sampleExtras(reason: string): Pick<ErrorExtras, "fields" | "basicChallenge"> {
  const messages = fields[reason];
  return {
    ...(messages === undefined ? {} : { fields: messages }),
    ...(aboutTheHeader.has(reason) ? { basicChallenge: true } : {}),
  };
}
