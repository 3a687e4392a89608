import { STATUS_CODES } from "node:http";
import { apiError } from "../../../errors/catalogue-error.ts";
import { rehearsedHeader } from "../../../errors/headers.ts";
import type { RehearsalEndpoint } from "../../../protocol/rehearsal/rehearsed-error.ts";
import { longestDelay } from "../../../protocol/rehearsal/wish.ts";
import type { Client } from "../../../storage/port/clients.ts";
import type { Account } from "../../../web/browser-session.ts";
import type { AppContext } from "../../../web/context.ts";
import type { SubmittedForm } from "../../../web/form.tsx";
import { rehearsalHeader, rehearsalParameter } from "../../../web/rehearse.ts";
import { authorizationUrl } from "../try/authorization-url.ts";
import type { Self } from "../try/calls.ts";
import { seal } from "../try/flow.ts";
import { errorPage, type Happened, pathOfError, type Rehearsal } from "./error.page.tsx";
import { type KnownError, knownError, wishFor } from "./known-error.ts";
import { backToLab } from "./mark.ts";
import { postedFields } from "./requests.ts";

function errorOf(c: AppContext): KnownError {
  const error = knownError(c.req.param("code"), c.req.param("reason"));
  if (!error) throw apiError("resource_not_found", "path_unknown");
  return error;
}

function endpointIn({ endpoints }: KnownError, name: string | undefined): RehearsalEndpoint {
  const chosen = endpoints.find((endpoint) => endpoint === name) ?? endpoints[0];
  if (chosen === undefined) throw apiError("resource_not_found", "path_unknown");
  return chosen;
}

export function showError(c: AppContext, account: Account, client: Client) {
  const error = errorOf(c);
  if (!client.test) return backToLab(c, client, "not_test");
  return errorPage({ c, account, client, error, endpoint: endpointIn(error, c.req.query("at")) });
}

/** Makes the request as the application would, on the real endpoint, and shows the answer. */
export async function makeHappen(
  { c, account, client }: Omit<Rehearsal, "error" | "endpoint">,
  form: SubmittedForm,
  self: Self,
): Promise<Response> {
  const error = errorOf(c);
  if (!client.test) return backToLab(c, client, "not_test");
  if (form.stale) return c.redirect(`${pathOfError(client, error)}?status=stale`, 303);
  const endpoint = endpointIn(error, form.get("at"));
  const rehearsal = { c, account, client, error, endpoint };
  const seconds = Number(/^\d{1,2}$/.exec(form.get("delay") ?? "")?.[0] ?? 0);
  const wish = `${wishFor(error)}; delay=${Math.min(seconds, longestDelay)}`;
  if (endpoint === "authorize") return sendBrowser(rehearsal, wish);
  const request = requestFor(rehearsal, wish, form);
  if (!request) return errorPage(rehearsal, "missing");
  return errorPage(rehearsal, await answerOf(await self(c, request)));
}

/** The browser goes itself, and comes back to the page that tries the application out. */
function sendBrowser({ c, account, client }: Rehearsal, wish: string): Response {
  const { issuer, keys, entropy, clock } = c.var.site;
  const codeVerifier = Buffer.from(entropy(32)).toString("base64url");
  const begun = { clientId: client.id, begunAt: clock(), scope: "", prompt: "usual", codeVerifier };
  const flow = { ...begun, steps: [] };
  const url = authorizationUrl(issuer, flow, seal(keys, account.user.id, flow));
  url.searchParams.set(rehearsalParameter, wish);
  return c.redirect(url.href, 303);
}

/** Undefined without the secret or token that proves whose request it is; it goes into this request and nowhere else. */
function requestFor(
  { c, client, endpoint }: Rehearsal,
  wish: string,
  form: SubmittedForm,
): Request | undefined {
  const { issuer } = c.var.site;
  const headers = { Accept: "application/json", [rehearsalHeader]: wish };
  if (endpoint === "authorize") return undefined;
  if (endpoint === "api") {
    const token = form.get("access_token");
    if (token === undefined || !/^[\x21-\x7e]{1,600}$/.test(token)) return undefined;
    return new Request(`${issuer}/api/user`, { headers: { ...headers, Authorization: `Bearer ${token}` } });
  }
  const secret = form.get("client_secret");
  if (client.confidential && secret === undefined) return undefined;
  const proof = client.confidential && secret !== undefined ? { client_secret: secret } : {};
  const body = new URLSearchParams({ client_id: client.id, ...proof, ...postedFields(endpoint) });
  return new Request(`${issuer}/oauth/${endpoint}`, { method: "POST", headers, body });
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

async function answerOf(answer: Response): Promise<Happened> {
  const status = `${answer.status} ${STATUS_CODES[answer.status] ?? ""}`;
  const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`);
  const body = pretty(await answer.text());
  return {
    text: `${[status, ...headers].join("\n")}\n\n${body}`,
    rehearsed: answer.headers.has(rehearsedHeader),
  };
}
