import type { RehearsalEndpoint } from "../../../protocol/rehearsal/rehearsed-error.ts";
import type { Client } from "../../../storage/port/clients.ts";
import { rehearsalParameter } from "../../../web/rehearse.ts";
import { fromEnvironment } from "../snippets/environment.ts";
import { script, shell } from "../snippets/quoting.ts";

/** The header's name as people read it. */
const header = "Mubarokah-Rehearse";

/** What a request is made for: an application, and the error that it wishes for. */
export interface Wanted {
  readonly issuer: string;
  readonly client: Pick<Client, "id" | "confidential" | "redirectUris">;
  readonly wish: string;
}

/** The address to send a browser to; undefined where people cannot be sent back. */
export function authorizeAddress({ issuer, client, wish }: Wanted): string | undefined {
  const [redirectUri] = client.redirectUris;
  if (redirectUri === undefined) return undefined;
  const parameters = { client_id: client.id, redirect_uri: redirectUri, [rehearsalParameter]: wish };
  return `${issuer}/oauth/authorize?${new URLSearchParams(parameters)}`;
}

/** What an application posts, in order but for what it cannot have at hand; the rehearsal comes before that matters. */
export function postedFields(endpoint: "token" | "revoke" | "introspect"): Readonly<Record<string, string>> {
  return endpoint === "token" ? { grant_type: "refresh_token", refresh_token: "any" } : { token: "any" };
}

function posted(endpoint: "token" | "revoke" | "introspect", { issuer, client, wish }: Wanted): string {
  const secret = client.confidential ? [`  -d "client_secret=$MUBAROKAH_CLIENT_SECRET"`] : [];
  const fields = Object.entries(postedFields(endpoint)).map(([name, value]) => `-d ${name}=${value}`);
  return [
    `curl -i ${shell(`${issuer}/oauth/${endpoint}`)}`,
    `  -d ${shell(`client_id=${client.id}`)}`,
    ...secret,
    `  ${fields.join(" ")}`,
    `  -H ${shell(`${header}: ${wish}`)}`,
  ].join(" \\\n");
}

/** A command to paste. The secret and the token come from the environment; they stand in no page. */
export function curlRequest(endpoint: RehearsalEndpoint, wanted: Wanted): string | undefined {
  const { issuer, wish } = wanted;
  if (endpoint === "authorize") {
    const address = authorizeAddress(wanted);
    return address === undefined ? undefined : `curl -i ${shell(address)}`;
  }
  if (endpoint !== "api") return posted(endpoint, wanted);
  const token = `  -H "Authorization: Bearer $ACCESS_TOKEN"`;
  return [`curl -i ${shell(`${issuer}/api/user`)}`, token, `  -H ${shell(`${header}: ${wish}`)}`].join(
    " \\\n",
  );
}

/** The SDK with a `fetch` that wishes; nothing where a browser makes the request. */
export function sdkRequest(
  endpoint: RehearsalEndpoint,
  { issuer, client, wish }: Wanted,
): string | undefined {
  if (endpoint === "authorize") return undefined;
  const secret = client.confidential
    ? [`  clientSecret: ${fromEnvironment("MUBAROKAH_CLIENT_SECRET")},`]
    : [];
  return [
    `import { Mubarokah } from "@mubarokah/client";`,
    "",
    "export const mubarokah = new Mubarokah({",
    `  issuer: ${script(issuer)},`,
    `  clientId: ${script(client.id)},`,
    ...secret,
    "  fetch: (url, init) => {",
    "    const headers = new Headers(init.headers);",
    `    headers.set(${script(header)}, ${script(wish)});`,
    "    return fetch(url, { ...init, headers });",
    "  },",
    "});",
  ].join("\n");
}
