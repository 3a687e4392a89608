import { type RawRequest, rawRequest } from "./raw-request.ts";
import { basic, type Fields, type KnownClient, redirectUri, type TokenDesk, verifier } from "./token-desk.ts";

/** How one of the published clients of the service puts its requests. */
export interface PublishedClient {
  readonly name: string;
  readonly confidential: boolean;
  /** The request to the token endpoint, to the byte: no cookies, and no header that is not named. */
  token(client: KnownClient, fields: Fields): RawRequest;
  /** The request to the API. */
  api(path: string, accessToken: string, method?: string): RawRequest;
}

const form = ["Content-Type", "application/x-www-form-urlencoded"] as const;
const formUtf8 = ["Content-Type", "application/x-www-form-urlencoded;charset=UTF-8"] as const;
const json = ["Content-Type", "application/json"] as const;
const acceptJson = ["Accept", "application/json"] as const;

function post(headers: RawRequest["headers"], body: string): RawRequest {
  const length = ["Content-Length", String(Buffer.byteLength(body))] as const;
  return { method: "POST", path: "/oauth/token", headers: [...(headers ?? []), length], body };
}

const encoded = (fields: Fields) => new URLSearchParams(fields).toString();
const secretOf = (client: KnownClient) => ({ client_id: client.id, client_secret: client.secret ?? "" });
const bearer = (token: string) => ["Authorization", `Bearer ${token}`] as const;

/** What differs between the published clients; each row stands for one that exists. */
export const publishedClients: readonly PublishedClient[] = [
  {
    name: "form, secret in the body",
    confidential: true,
    token: (client, fields) => post([formUtf8, acceptJson], encoded({ ...fields, ...secretOf(client) })),
    api: (path, token, method = "GET") => ({ method, path, headers: [bearer(token), acceptJson] }),
  },
  {
    name: "form, no Accept at all",
    confidential: true,
    token: (client, fields) => post([form], encoded({ ...fields, ...secretOf(client) })),
    api: (path, token, method = "GET") => ({ method, path, headers: [bearer(token)] }),
  },
  {
    name: "form, Basic and the client_id in the body as well",
    confidential: true,
    token: (client, fields) => {
      const { Authorization } = basic(client.id, client.secret);
      const headers = [form, acceptJson, ["Authorization", Authorization] as const];
      return post(headers, encoded({ ...fields, client_id: client.id }));
    },
    api: (path, token, method = "GET") => ({ method, path, headers: [json, acceptJson, bearer(token)] }),
  },
  {
    name: "JSON, as the samples of the documentation",
    confidential: true,
    token: (client, fields) => post([json, acceptJson], JSON.stringify({ ...fields, ...secretOf(client) })),
    api: (path, token, method = "GET") => ({ method, path, headers: [acceptJson, json, bearer(token)] }),
  },
  {
    name: "in a browser, public, with PKCE",
    confidential: false,
    token: (client, fields) =>
      post(
        [form, ["Accept", "*/*"], ["Origin", "https://app.example.com"]],
        encoded({ ...fields, client_id: client.id }),
      ),
    api: (path, token, method = "GET") => ({
      method,
      path,
      headers: [bearer(token), acceptJson, ["Origin", "https://app.example.com"]],
    }),
  },
];

export const redemption = (code: string): Fields => ({
  grant_type: "authorization_code",
  code,
  redirect_uri: redirectUri,
  code_verifier: verifier,
});

export const rotation = (token: string): Fields => ({ grant_type: "refresh_token", refresh_token: token });

/** An answer, as the published clients take it: JSON, neither a redirect nor a page. */
export interface Taken {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Sends it and takes the answer; throws for what would break every published client. */
export async function exchange(desk: TokenDesk, request: RawRequest): Promise<Taken> {
  const response = await rawRequest(desk.server.origin, request);
  const { status, headers } = response;
  const text = await response.text();
  if (!headers.get("Content-Type")?.startsWith("application/json") || headers.has("Location"))
    throw new Error(`${status} ${headers.get("Content-Type")} ${headers.get("Location")}: ${text}`);
  return { status, headers, body: JSON.parse(text) };
}
