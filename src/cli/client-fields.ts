import type { RedirectUriProblem } from "../protocol/redirect-uri.ts";
import {
  type ApplicationProblems,
  type ApplicationShape,
  applicationLimits,
  applicationProblems,
} from "../protocol/registration/application.ts";
import { type ClientChange, type GrantType, grantTypes } from "../storage/port/clients.ts";
import type { Scope } from "../storage/port/scopes.ts";
import type { Repositories } from "../storage/port/storage.ts";
import { type Input, type Option, wrongOption } from "./command.ts";
import { lifetime, line, onOff, pageAddress, wholeNumber } from "./values.ts";

/** The options that `client create` and `client update` share. A repeated one replaces the whole list. */
export const name: Option = {
  name: "name",
  value: "NAME",
  about: "what people read on the consent page",
  example: "Toko Buku",
};
export const redirectUri: Option = {
  name: "redirect-uri",
  value: "URI",
  about: "where people are sent back to, exactly",
  example: "https://app.example.com/callback",
  repeat: true,
};
export const grant: Option = {
  name: "grant",
  value: "GRANT",
  about: grantTypes.join(", "),
  example: "authorization_code",
  repeat: true,
};
export const scope: Option = {
  name: "scope",
  value: "SCOPE",
  about: "what it may ask for; see scope list",
  example: "view-user",
  repeat: true,
};
const accessTokenTtl: Option = {
  name: "access-token-ttl",
  value: "SECONDS",
  about: "lifetime of its access tokens, or default",
  example: "3600",
};
const refreshTokenTtl: Option = {
  name: "refresh-token-ttl",
  value: "SECONDS",
  about: "lifetime of its refresh tokens, or default",
  example: "604800",
};
const homepageUrl: Option = {
  name: "homepage-url",
  value: "URL",
  about: "its own page, or none",
  example: "https://app.example.com",
};
export const privacyPolicyUrl: Option = {
  name: "privacy-policy-url",
  value: "URL",
  about: "its privacy policy, or none",
  example: "https://app.example.com/privacy",
};

const owner: Option = {
  name: "owner",
  value: "ID",
  about: "the user who manages it at /developer, or none",
  example: "12345",
};

const test: Option = {
  name: "test",
  value: "on|off",
  about: "a test application: it can rehearse errors, and only its owner and invited people sign in",
  example: "on",
};

export const clientOptions: readonly Option[] = [
  name,
  redirectUri,
  grant,
  scope,
  accessTokenTtl,
  refreshTokenTtl,
  homepageUrl,
  privacyPolicyUrl,
  owner,
  test,
];

const redirectUriSaid: { readonly [P in RedirectUriProblem]: string } = {
  too_long: "may have at most 2000 characters",
  malformed: "must be an absolute URI of printable ASCII",
  fragment: "may not have a fragment (#…)",
  userinfo: "may not hold a user name or password",
  wildcard: "may not hold a wildcard: each URI is matched exactly",
  insecure: "must be https; http is for localhost, 127.0.0.1 and [::1] only",
  scheme:
    "must be https, or for a public client a private scheme with a dot such as com.example.app:/callback",
  private_scheme_confidential: "may have a private scheme for public clients only",
};

function listed<T extends string>(
  input: Input,
  option: Option,
  known: readonly T[],
): readonly T[] | undefined {
  if (!input.given(option)) return undefined;
  const values = new Set<T>();
  for (const text of input.values(option)) {
    const value = known.find((candidate) => candidate === text);
    if (value === undefined) throw wrongOption(option, `must be one of ${known.join(", ")}`);
    values.add(value);
  }
  return [...values];
}

function ownerNumber(input: Input): number | null | undefined {
  return input.value(owner) === "none" ? null : wholeNumber(input, owner, 1, Number.MAX_SAFE_INTEGER);
}

/** In the unit that registers or changes: nobody but a user owns an application. */
export async function checkOwner(
  { users }: Pick<Repositories, "users">,
  { ownerId }: ClientChange,
): Promise<void> {
  if (ownerId != null && !(await users.find(ownerId))) throw wrongOption(owner, "is no user's number");
}

/** What was given, checked one by one; `checkClient` then checks how it fits together. */
export function readClientFields(input: Input, scopes: readonly Scope[]): ClientChange {
  const known: readonly string[] = scopes.map((each) => each.name);
  const fields = {
    name: line(input, name, applicationLimits.name),
    redirectUris: input.given(redirectUri) ? [...new Set(input.values(redirectUri))] : undefined,
    grantTypes: listed<GrantType>(input, grant, grantTypes),
    scopes: listed(input, scope, known),
    accessTokenTtl: lifetime(input, accessTokenTtl),
    refreshTokenTtl: lifetime(input, refreshTokenTtl),
    homepageUrl: pageAddress(input, homepageUrl),
    privacyPolicyUrl: pageAddress(input, privacyPolicyUrl),
    ownerId: ownerNumber(input),
    test: onOff(input, test),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

const redirectUrisSaid = {
  missing: "is missing: the grant authorization_code needs one",
  too_many: `may be given at most ${applicationLimits.redirectUris} times`,
} as const;

const grantsSaid: { readonly [P in NonNullable<ApplicationProblems["grantTypes"]>]: string } = {
  missing: "is missing",
  refresh_token_alone: "refresh_token needs authorization_code beside it",
  client_credentials_public: "client_credentials is not for public clients: they have no secret",
};

/** How the fields of one client fit together; the operator may name an application as they like. */
export function checkClient(client: ApplicationShape): void {
  const problems = applicationProblems(client, { operatorName: null });
  if (!problems) return;
  const { redirectUris: uris, grantTypes: grants } = problems;
  if (typeof uris === "string") throw wrongOption(redirectUri, redirectUrisSaid[uris]);
  const [first] = uris ?? [];
  if (first) throw wrongOption(redirectUri, redirectUriSaid[first.kind]);
  if (grants) throw wrongOption(grant, grantsSaid[grants]);
  throw problems.name ? wrongOption(name, "is missing") : wrongOption(scope, "is missing");
}
