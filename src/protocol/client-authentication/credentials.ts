import { oauthError } from "../../errors/catalogue-error.ts";
import type { Parameters } from "../client-request/client-request.ts";
import { type BasicCredentials, parseBasic } from "./basic.ts";

/** Who a request claims to come from, and the proof it brings. */
export interface Credentials {
  readonly clientId: string;
  readonly secret: string | undefined;
  /** The `Authorization` header was used, so a refusal carries a challenge (RFC 6749 §5.2). */
  readonly fromHeader: boolean;
}

/**
 * Finds the one client authentication of a request: Basic, or `client_id` with or without `client_secret` in the body.
 * Both at once must say the same (RFC 6749 §2.3: not more than one method).
 */
export function readCredentials(authorization: string | undefined, parameters: Parameters): Credentials {
  const basic = authorization === undefined ? undefined : parseBasic(authorization);
  const fromHeader = basic !== undefined;
  if (parameters.has("client_assertion") || parameters.has("client_assertion_type"))
    throw oauthError(
      "invalid_client",
      "client_authentication_unsupported",
      {},
      { basicChallenge: fromHeader },
    );
  if (basic) return { ...agreeing(basic, parameters), fromHeader };
  const clientId = parameters.get("client_id");
  if (clientId === undefined) throw oauthError("invalid_client", "client_authentication_missing");
  return { clientId, secret: parameters.get("client_secret"), fromHeader };
}

function agreeing(basic: BasicCredentials, parameters: Parameters): BasicCredentials {
  const sameId = (parameters.get("client_id") ?? basic.clientId) === basic.clientId;
  const sameSecret = (parameters.get("client_secret") ?? basic.secret) === basic.secret;
  if (!(sameId && sameSecret)) throw oauthError("invalid_request", "client_authentication_repeated");
  return basic;
}
