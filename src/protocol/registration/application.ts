import type { Client } from "../../storage/port/clients.ts";
import { type TextProblem, textProblem } from "../plain-text.ts";
import { type RedirectUriProblem, redirectUriProblem } from "../redirect-uri.ts";
import { imitates } from "./imitation.ts";

/** `name` in characters. */
export const applicationLimits = { name: 100, redirectUris: 20 } as const;

/** What is checked of an application before it is registered or changed, however that is asked for. */
export type ApplicationShape = Pick<
  Client,
  "name" | "confidential" | "redirectUris" | "grantTypes" | "scopes"
>;

export interface RedirectUriFault {
  readonly uri: string;
  readonly kind: RedirectUriProblem;
}

/** What is wrong, field by field. */
export interface ApplicationProblems {
  readonly name?: TextProblem | "imitation";
  /** All that cannot be registered; or that there is none, or too many. */
  readonly redirectUris?: readonly RedirectUriFault[] | "missing" | "too_many";
  readonly grantTypes?: "missing" | "refresh_token_alone" | "client_credentials_public";
  readonly scopes?: "missing";
}

export interface ApplicationRules {
  /** The name that nobody else may go by; null where the operator registers. */
  readonly operatorName: string | null;
}

function nameProblem(name: string, { operatorName }: ApplicationRules): ApplicationProblems["name"] {
  const problem = textProblem(name, applicationLimits.name, "one");
  if (problem) return problem;
  return operatorName !== null && imitates(name, operatorName) ? "imitation" : undefined;
}

function redirectUrisProblem(shape: ApplicationShape): ApplicationProblems["redirectUris"] {
  const { redirectUris, grantTypes } = shape;
  if (redirectUris.length > applicationLimits.redirectUris) return "too_many";
  const faults = redirectUris.flatMap((uri) => {
    const kind = redirectUriProblem(uri, shape);
    return kind ? [{ uri, kind }] : [];
  });
  if (faults.length > 0) return faults;
  return grantTypes.includes("authorization_code") && redirectUris.length === 0 ? "missing" : undefined;
}

function grantTypesProblem({
  grantTypes,
  confidential,
}: ApplicationShape): ApplicationProblems["grantTypes"] {
  if (grantTypes.length === 0) return "missing";
  if (grantTypes.includes("refresh_token") && !grantTypes.includes("authorization_code"))
    return "refresh_token_alone";
  return grantTypes.includes("client_credentials") && !confidential ? "client_credentials_public" : undefined;
}

/** The rules of contract §8 for an application as a whole: everything that is wrong at once, undefined when nothing is. */
export function applicationProblems(
  shape: ApplicationShape,
  rules: ApplicationRules,
): ApplicationProblems | undefined {
  const name = nameProblem(shape.name, rules);
  const redirectUris = redirectUrisProblem(shape);
  const grantTypes = grantTypesProblem(shape);
  const asksPeople = shape.grantTypes.includes("authorization_code");
  const problems: ApplicationProblems = {
    ...(name ? { name } : {}),
    ...(redirectUris ? { redirectUris } : {}),
    ...(grantTypes ? { grantTypes } : {}),
    ...(asksPeople && shape.scopes.length === 0 ? { scopes: "missing" } : {}),
  };
  return Object.keys(problems).length > 0 ? problems : undefined;
}
