import { readWish } from "../../../protocol/rehearsal/wish.ts";
import type { AppContext } from "../../../web/context.ts";
import { rehearsalHeader } from "../../../web/rehearse.ts";
import { tryCallback } from "./callback-uri.ts";
import { type Flow, type StepName, withStep } from "./flow.ts";
import { withoutSecrets, withoutTokens } from "./shortened.ts";

/** Lets this very server answer a request, as if it had come over the network from whom `c` came from. */
export type Self = (c: AppContext, request: Request) => Promise<Response>;

type Fields = Readonly<Record<string, string>>;

/** What is asked for after the browser has come back. */
export type Call = Exclude<StepName, "authorize" | "callback">;

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function objectOf(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function pretty(json: string): string {
  const value = objectOf(json);
  return Object.keys(value).length > 0 ? JSON.stringify(value, null, 2) : json;
}

/** As the application itself: who it is stands in the body (RFC 6749 §2.3.1). */
function asClient(issuer: string, path: string, flow: Flow, fields: Fields): Request {
  const { clientId, clientSecret } = flow;
  const proof = clientSecret === undefined ? {} : { client_secret: clientSecret };
  const body = new URLSearchParams({ client_id: clientId, ...proof, ...fields }).toString();
  const headers = { "Content-Type": "application/x-www-form-urlencoded", Accept: "application/json" };
  return new Request(issuer + path, { method: "POST", headers, body });
}

function asPerson(issuer: string, path: string, { accessToken = "" }: Flow): Request {
  const headers = { Authorization: `Bearer ${accessToken}`, Accept: "application/json" };
  return new Request(issuer + path, { headers });
}

const requests: { readonly [C in Call]: (issuer: string, flow: Flow) => Request } = {
  token: (issuer, flow) =>
    asClient(issuer, "/oauth/token", flow, {
      grant_type: "authorization_code",
      code: flow.code ?? "",
      redirect_uri: tryCallback(issuer),
      code_verifier: flow.codeVerifier,
    }),
  refresh: (issuer, flow) =>
    asClient(issuer, "/oauth/token", flow, {
      grant_type: "refresh_token",
      refresh_token: flow.refreshToken ?? "",
    }),
  introspect: (issuer, flow) =>
    asClient(issuer, "/oauth/introspect", flow, { token: flow.accessToken ?? "" }),
  revoke: (issuer, flow) =>
    asClient(issuer, "/oauth/revoke", flow, { token: flow.refreshToken ?? flow.accessToken ?? "" }),
  user: (issuer, flow) => asPerson(issuer, "/api/user", flow),
  details: (issuer, flow) => asPerson(issuer, "/api/user/details", flow),
};

async function shownRequest(request: Request, flow: Flow): Promise<string> {
  const body = (await request.clone().text()).replaceAll("&", "\n&");
  const authorization = request.headers.get("authorization");
  const type = request.headers.get("content-type");
  const wish = request.headers.get(rehearsalHeader);
  const lines = [
    `${request.method} ${request.url}`,
    ...(type === null ? [] : [`Content-Type: ${type}`]),
    ...(authorization === null ? [] : [`Authorization: ${authorization}`]),
    ...(wish === null ? [] : [`Mubarokah-Rehearse: ${wish}`]),
    ...(body === "" ? [] : ["", body]),
  ];
  return withoutSecrets(lines.join("\n"), flow);
}

/** Makes one call as the application would, with a wish for an error if there is one, and keeps what came of it. */
export async function make(
  c: AppContext,
  self: Self,
  call: Call,
  flow: Flow,
  wish: string | undefined,
): Promise<Flow> {
  const request = requests[call](c.var.site.issuer, flow);
  if (wish !== undefined && readWish(wish)) request.headers.set(rehearsalHeader, wish);
  const asked = await shownRequest(request, flow);
  const answer = await self(c, request);
  const text = await answer.text();
  const response = `${answer.status}\n\n${withoutTokens(withoutSecrets(pretty(text), flow))}`;
  const after = withStep(flow, { name: call, request: asked, response });
  const { access_token: accessToken, refresh_token: refreshToken } = objectOf(text);
  return {
    ...after,
    ...(isText(accessToken) ? { accessToken } : {}),
    ...(isText(refreshToken) ? { refreshToken } : {}),
  };
}
