import { tidied } from "../../protocol/plain-text.ts";
import { type ApplicationProblems, applicationProblems } from "../../protocol/registration/application.ts";
import { pageUrl } from "../../protocol/registration/page-url.ts";
import { type Client, type GrantType, grantTypes } from "../../storage/port/clients.ts";
import type { Scope } from "../../storage/port/scopes.ts";
import { fieldOf } from "../../ui/choices.tsx";
import type { SubmittedForm } from "../../web/form.tsx";

/** What a form about an application holds, as it came or as it is shown at first. */
export interface Typed {
  readonly name: string;
  /** One in each line. */
  readonly redirectUris: string;
  readonly grantTypes: readonly GrantType[];
  readonly scopes: readonly string[];
  readonly homepageUrl: string;
  readonly privacyPolicyUrl: string;
}

/** What the developer of an application decides about it; everything else a form may hold is nobody's business. */
export type Wish = Pick<
  Client,
  "name" | "redirectUris" | "grantTypes" | "scopes" | "homepageUrl" | "privacyPolicyUrl"
>;

export interface WishProblems extends ApplicationProblems {
  readonly homepageUrl?: true;
  readonly privacyPolicyUrl?: true;
}

/** What a new application begins with. */
export const nothingTyped: Typed = {
  name: "",
  redirectUris: "",
  grantTypes: ["authorization_code", "refresh_token"],
  scopes: ["view-user"],
  homepageUrl: "",
  privacyPolicyUrl: "",
};

export function typedFrom(client: Client): Typed {
  return {
    ...client,
    redirectUris: client.redirectUris.join("\n"),
    homepageUrl: client.homepageUrl ?? "",
    privacyPolicyUrl: client.privacyPolicyUrl ?? "",
  };
}

/**
 * The scopes that a developer may choose from: the server's own, and of the operator's those that the operator gave to this
 * application. What these open is the operator's affair, so nobody takes them.
 */
export function offeredScopes(scopes: readonly Scope[], client?: Client): readonly Scope[] {
  return scopes
    .filter(({ name, builtIn }) => builtIn || client?.scopes.includes(name))
    .toSorted((one, other) => Number(one.requiresApproval) - Number(other.requiresApproval));
}

export function readTyped(form: SubmittedForm, offered: readonly Scope[]): Typed {
  const ticked = (group: string, value: string) => form.get(fieldOf(group, value)) === "on";
  return {
    name: tidied(form.get("name") ?? ""),
    redirectUris: form.get("redirect_uris") ?? "",
    grantTypes: grantTypes.filter((grant) => ticked("grant", grant)),
    scopes: offered.map(({ name }) => name).filter((name) => ticked("scope", name)),
    homepageUrl: form.get("homepage_url")?.trim() ?? "",
    privacyPolicyUrl: form.get("privacy_policy_url")?.trim() ?? "",
  };
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ""))];
}

/** What the typed means, if all of it can be so. */
export function readWish(
  typed: Typed,
  confidential: boolean,
  operatorName: string,
): { readonly wish: Wish } | { readonly problems: WishProblems } {
  const homepageUrl = pageUrl(typed.homepageUrl) ?? null;
  const privacyPolicyUrl = pageUrl(typed.privacyPolicyUrl) ?? null;
  const { name, grantTypes: grants, scopes } = typed;
  const redirectUris = linesOf(typed.redirectUris);
  const wish: Wish = { name, redirectUris, grantTypes: grants, scopes, homepageUrl, privacyPolicyUrl };
  const problems: WishProblems = {
    ...applicationProblems({ ...wish, confidential }, { operatorName }),
    ...(typed.homepageUrl !== "" && homepageUrl === null ? { homepageUrl: true } : {}),
    ...(typed.privacyPolicyUrl !== "" && privacyPolicyUrl === null ? { privacyPolicyUrl: true } : {}),
  };
  return Object.keys(problems).length > 0 ? { problems } : { wish };
}
