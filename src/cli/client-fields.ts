import { type RedirectUriProblem, redirectUriProblem } from "../protocol/redirect-uri.ts";
import { type ClientChange, type GrantType, grantTypes } from "../storage/port/clients.ts";
import type { Scope } from "../storage/port/scopes.ts";
import { type Input, type Option, wrongOption } from "./command.ts";
import { lifetime, line, pageUrl } from "./values.ts";

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

export const clientOptions: readonly Option[] = [
  name,
  redirectUri,
  grant,
  scope,
  accessTokenTtl,
  refreshTokenTtl,
  homepageUrl,
  privacyPolicyUrl,
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

/** What was given, checked one by one; `checkClient` then checks how it fits together. */
export function readClientFields(input: Input, scopes: readonly Scope[]): ClientChange {
  const known: readonly string[] = scopes.map((each) => each.name);
  const fields = {
    name: line(input, name, 100),
    redirectUris: input.given(redirectUri) ? [...new Set(input.values(redirectUri))] : undefined,
    grantTypes: listed<GrantType>(input, grant, grantTypes),
    scopes: listed(input, scope, known),
    accessTokenTtl: lifetime(input, accessTokenTtl),
    refreshTokenTtl: lifetime(input, refreshTokenTtl),
    homepageUrl: pageUrl(input, homepageUrl),
    privacyPolicyUrl: pageUrl(input, privacyPolicyUrl),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

export interface ClientShape {
  readonly confidential: boolean;
  readonly redirectUris: readonly string[];
  readonly grantTypes: readonly GrantType[];
}

/** The rules of contract §8 between the fields of one client. */
export function checkClient({ confidential, redirectUris, grantTypes: grants }: ClientShape): void {
  for (const uri of redirectUris) {
    const problem = redirectUriProblem(uri, { confidential });
    if (problem) throw wrongOption(redirectUri, redirectUriSaid[problem]);
  }
  const asksPeople = grants.includes("authorization_code");
  if (asksPeople && redirectUris.length === 0)
    throw wrongOption(redirectUri, "is missing: the grant authorization_code needs one");
  if (grants.includes("refresh_token") && !asksPeople)
    throw wrongOption(grant, "refresh_token needs authorization_code beside it");
  if (grants.includes("client_credentials") && !confidential)
    throw wrongOption(grant, "client_credentials is not for public clients: they have no secret");
}
