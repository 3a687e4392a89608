import { type CatalogueError, oauthError } from "../../errors/catalogue-error.ts";
import { fromUnknown, inFamily } from "../../errors/from-unknown.ts";
import { rehearsalMark } from "../../errors/headers.ts";
import { redirectParameters } from "../../errors/redirect.ts";
import type { ReturnAddress } from "../../protocol/authorize/pipeline.ts";
import { withParameters } from "../../protocol/redirect-uri.ts";
import { currentAccount } from "../../web/browser-session.ts";
import type { AppContext } from "../../web/context.ts";
import { noteFailure } from "../../web/failure.ts";
import type { Flow } from "./flow.ts";
import { refuseInteraction, showUnverified } from "./refusals.ts";

/** 303 makes a GET of whatever came before (RFC 9110 §15.4.4): a form's fields never travel on (RFC 9700 §4.12). */
export function redirect(
  c: AppContext,
  location: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const status = c.req.method === "GET" ? 302 : 303;
  return c.body(null, status, {
    Location: location,
    "Cache-Control": "no-store",
    Pragma: "no-cache",
    "Referrer-Policy": "same-origin",
    ...headers,
  });
}

/** The authorization response (RFC 6749 §4.1.2, RFC 9207). */
export function redirectWithCode(
  c: AppContext,
  { redirectUri, state }: ReturnAddress,
  code: string,
): Response {
  const parameters = new URLSearchParams({ code });
  if (state !== undefined) parameters.set("state", state);
  parameters.set("iss", c.var.site.issuer);
  return redirect(c, withParameters(redirectUri, parameters));
}

/** Whether somebody is signed in; nobody, when the database cannot say. */
async function isSomebodySignedIn(c: AppContext): Promise<boolean> {
  try {
    return (await currentAccount(c)) !== undefined;
  } catch {
    return false;
  }
}

/**
 * Sends an error to the application. One that nobody verified could be registered for nothing but to redirect people who
 * trust our address (RFC 9700 §4.11.2): before sign-in a page names where it leads, and the person decides.
 */
export async function returnError(
  c: AppContext,
  to: ReturnAddress,
  error: CatalogueError,
): Promise<Response> {
  noteFailure(c, error);
  const { issuer } = c.var.site;
  const parameters = redirectParameters(error, { issuer, requestId: c.var.requestId, state: to.state });
  const location = withParameters(to.redirectUri, parameters);
  if (to.client.verified || (await isSomebodySignedIn(c))) return redirect(c, location, rehearsalMark(error));
  return showUnverified(c, error, to, location);
}

/** Ends a request with an error; a stored one exactly once. */
export async function endWithError(c: AppContext, flow: Flow, error: CatalogueError): Promise<Response> {
  const { interaction, to } = flow;
  const { storage, clock } = c.var.site;
  if (interaction === null) return returnError(c, to, error);
  const first = await storage.write(({ interactions }) => interactions.finish(interaction.id, clock()));
  if (first) return returnError(c, to, error);
  return refuseInteraction(c, "interaction_finished", flow);
}

/**
 * Client and redirect URI are proven: from here on the application learns of every failure (RFC 6749 §4.1.2.1,
 * `server_error`), maintenance included.
 */
export async function answering(
  c: AppContext,
  to: ReturnAddress,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    const maintenance = await c.var.site.maintenance();
    if (maintenance) {
      const { retryAfter } = maintenance;
      return await returnError(
        c,
        to,
        oauthError("temporarily_unavailable", "maintenance", {}, { retryAfter }),
      );
    }
    return await work();
  } catch (thrown) {
    const error = inFamily(fromUnknown(thrown, "oauth"), "oauth");
    return returnError(c, to, error);
  }
}
