import type { Client } from "../../../storage/port/clients.ts";

/** What of an application stands in its snippets; the secret never does. */
export interface Values {
  readonly issuer: string;
  readonly clientId: string;
  readonly confidential: boolean;
  /** Where people come back to; undefined for an application without people. */
  readonly redirectUri: string | undefined;
  /** Between blanks. */
  readonly scope: string;
}

/** What `admin` opens is nothing that a first try needs, and it is never given to an application by itself. */
const unusual = "admin";

export function valuesOf(client: Client, issuer: string, avoid: string): Values {
  const asksPeople = client.grantTypes.includes("authorization_code");
  const own = client.redirectUris.find((uri) => uri !== avoid) ?? client.redirectUris[0];
  return {
    issuer,
    clientId: client.id,
    confidential: client.confidential,
    redirectUri: asksPeople ? own : undefined,
    scope: client.scopes.filter((scope) => scope !== unusual).join(" "),
  };
}

/** Path of a redirect URI within its application. */
export function pathOf(redirectUri: string): string {
  return new URL(redirectUri).pathname;
}
